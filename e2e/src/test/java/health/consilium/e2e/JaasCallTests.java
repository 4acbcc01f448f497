package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Growth;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.provider.JitsiStandIn;
import health.consilium.e2e.provider.Post.Film;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same pages, where Jitsi as a service carries the call and records it. */
@Pages
class JaasCallTests {
    private static final JitsiStandIn JAAS = JitsiStandIn.hosted();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final Clinic clinic = Clinic.with(JAAS.settings());

    @Test
    @DisplayName(
            "A8, H5, R1: a call at 8x8 is recorded from the last yes on and not before, after a reload in a film of its own, and"
                    + " until the end")
    void aRecordedCallAtJaas() {
        Person doctor = JAAS.serves(clinic.signedIn(WEBER));
        Person patient = JAAS.serves(clinic.signedIn(ROSSI));
        Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor);
        for (Person person : List.of(doctor, patient)) {
            Growth seen = new Growth(JAAS.framesSeen(person));
            Await.until(person.who() + " sees the other", PATIENCE, () -> seen.to(JAAS.framesSeen(person)) >= 10);
        }
        assertThat(JAAS.films()).isEmpty();

        doctor.presses("more").presses("record").isShown("recording-facts").presses("recording-ask");
        patient.isShown("recording-question");
        assertThat(JAAS.films()).isEmpty();
        patient.presses("recording-agree");
        doctor.seesThat(RecordedCall.marked("recording"));
        filmed(patient, true);
        doctor.reloads().isInTheCall();
        filmed(patient, false, true);

        doctor.endsForAll().isShown("after-title");
        Await.until("nobody is in the room", PATIENCE, () -> JAAS.guests().isEmpty());
        assertThat(JAAS.films()).noneMatch(Film::goesOn);
    }

    /** These films were begun, and whether each of them goes on. What frames say arrives while a page is asked something. */
    private static void filmed(Person person, Boolean... goOn) {
        Await.value(
                "films that go on: " + List.of(goOn),
                PATIENCE,
                () -> {
                    person.page().evaluate("() => null");
                    return JAAS.films().stream().map(Film::goesOn).toList();
                },
                List.of(goOn)::equals);
    }
}
