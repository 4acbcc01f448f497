package health.consilium.bench.media;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import health.consilium.e2e.Await;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Someone;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A consultation through the real pages: the patient waits, the doctor accepts. */
final class OurCall implements MeasuredCall {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Person patient;
    private final Person doctor;

    private OurCall(Person patient, Person doctor) {
        this.patient = patient;
        this.doctor = doctor;
    }

    static MeasuredCall begin(Stage stage, Consumer<Stage> before) {
        UUID appointment = stage.server()
                .database()
                .paidAppointment(
                        Someone.ROSSI,
                        Someone.WEBER,
                        stage.server().clock().now().minusSeconds(60),
                        Duration.ofMinutes(30));
        OurCall call = new OurCall(
                person(stage, stage.patientsBrowser(), Someone.ROSSI),
                person(stage, stage.doctorsBrowser(), Someone.WEBER));
        return call.orNone(() -> call.meet(appointment, () -> before.accept(stage)));
    }

    private void meet(UUID appointment, Runnable before) {
        patient.signsIn();
        doctor.signsIn();
        before.run();
        patient.opensTheCall(appointment).isInTheWaitingRoom();
        doctor.hearsItRing();
        standsBy();
        doctor.accepts();
        awaitPictures();
    }

    private static Person person(Stage stage, Browser browser, Someone who) {
        Person person = Person.at(browser, who, stage.server().address(), MeasuredCall.window());
        stage.recorder().watch(person.page().context());
        return person;
    }

    /** People take longer to answer than a connection takes to be made. */
    private void standsBy() {
        Await.until(
                "the connection stands by",
                LIMIT,
                () -> List.of(patient, doctor).stream()
                        .allMatch(person -> person.connections() == 1
                                && !person.media().localType().isEmpty()));
    }

    @Override
    public Page patient() {
        return patient.page();
    }

    @Override
    public Page doctor() {
        return doctor.page();
    }

    @Override
    public void close() {
        patient.close();
        doctor.close();
    }
}
