package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.LINDQVIST;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import health.consilium.e2e.browser.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** L3, L4: it rings like a telephone, and each answer is told as what it is. */
@Pages
class RingingTests {
    private static final Duration OTHERS_STOP_WITHIN = Duration.ofMillis(500);

    @RegisterExtension
    static final Clinic clinic = Clinic.with(Map.of("consilium.consultation.ring", "12s"));

    @Test
    @DisplayName("L4: it rings on every page and again after a reload; one answers, the others stop within 500 ms")
    void everyPageRingsAndOneAnswerStopsTheOthers() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = clinic.signedIn(WEBER);
        doctor.opensAnotherTab().goesTo("/history");
        clinic.signedIn(ROSSI).opensTheCall(appointment).isInTheWaitingRoom();
        doctor.hearsItRing().reloads().hearsItRing();
        doctor.turnsToTab(0).hearsItRing();
        assertThat(doctor.page().title()).as("also seen from another tab").contains("Maria Rossi is calling");
        Locator other = doctor.pages().get(1).getByTestId("incoming-call");

        doctor.presses("later");
        Instant answered = Instant.now();
        other.waitFor(gone());
        assertThat(Duration.between(answered, Instant.now())).isLessThan(OTHERS_STOP_WITHIN);
    }

    @Test
    @DisplayName(
            "L3: the doctor may begin, too: the patient is rung on whatever page, accepts, and both are in the call")
    void theDoctorRings() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person patient = clinic.signedIn(ROSSI).goesTo("/history");
        Person doctor = clinic.signedIn(WEBER)
                .startsFromTheCard(appointment)
                .isInTheWaitingRoom()
                .presses("ring");
        patient.hearsItRing();
        assertThat(patient.byId("incoming-call").textContent()).contains("Dr Anna Weber");
        patient.accepts().isInTheCall().watches(10);
        doctor.isInTheCall().watches(10);
    }

    @Test
    @DisplayName("L3: the patient reads why the doctor declines, and the doctor's own words")
    void declineWithAReason() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = clinic.signedIn(WEBER);
        Person patient = clinic.signedIn(ROSSI).opensTheCall(appointment).isInTheWaitingRoom();
        doctor.hearsItRing().presses("decline");
        doctor.byId("decline-note").fill("The laboratory needs one more day.");
        doctor.presses("decline-PLEASE_REBOOK");
        patient.seesThat("[data-testid=ring-words][data-ring=declined]");
        assertThat(patient.byId("ring-words").textContent())
                .contains("Please book a new appointment", "The laboratory needs one more day.");
        patient.presses("ring");
        doctor.hearsItRing().presses("later");
        patient.seesThat("[data-testid=ring-words][data-ring=declined]");
        assertThat(patient.byId("ring-words").textContent()).contains("five more minutes");
    }

    @Test
    @DisplayName(
            "L4: a ring that nobody answers is told to both, on whatever page, and still stands there after a reload")
    void missed() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = clinic.signedIn(WEBER).goesTo("/history");
        Person patient = clinic.signedIn(ROSSI).opensTheCall(appointment).isInTheWaitingRoom();
        doctor.hearsItRing().isShown("missed-ring");
        assertThat(doctor.byId("missed-ring").textContent()).contains("Maria Rossi");
        patient.seesThat("[data-testid=ring-words][data-ring=missed]").isShown("ring");
        doctor.goesTo("/").seesThat("[data-testid=appointment-" + appointment + "] [data-testid=is-waiting]");
        patient.presses("leave-waiting");
        doctor.reloads().seesThat("[data-testid=appointment-" + appointment + "] [data-testid=missed]");
    }

    @Test
    @DisplayName("L3: nobody there is unreachable, and rings as soon as a page of theirs opens")
    void unreachable() {
        UUID appointment = clinic.appointment(LINDQVIST, WEBER);
        Person patient = clinic.signedIn(LINDQVIST).opensTheCall(appointment).isInTheWaitingRoom();
        patient.seesThat("[data-testid=ring-words][data-ring=unreachable]");
        Person doctor = clinic.signedIn(WEBER).hearsItRing();
        patient.seesThat("[data-testid=ring-words][data-ring=ringing]");
        doctor.presses("later");
    }

    @Test
    @DisplayName("L3: whoever speaks with somebody else is busy")
    void busy() {
        Instant now = clinic.clock().now();
        UUID first = clinic.database().paidAppointment(ROSSI, OKAFOR, now.minusSeconds(60), Duration.ofMinutes(6));
        UUID second = clinic.database().paidAppointment(HADDAD, OKAFOR, now.plusSeconds(300), Duration.ofMinutes(20));
        Person doctor = clinic.signedIn(OKAFOR);
        Call call = Call.between(clinic, first, clinic.signedIn(ROSSI), doctor);
        clinic.signedIn(HADDAD)
                .opensTheCall(second)
                .isInTheWaitingRoom()
                .seesThat("[data-testid=ring-words][data-ring=busy]");
        call.doctor().endsForAll().isShown("after-title").hearsItRing().presses("later");
    }

    @Test
    @DisplayName("L3: a ring about somebody else takes nobody out of the waiting room")
    void anotherRingWhileWaiting() {
        Instant now = clinic.clock().now();
        UUID first = clinic.database().paidAppointment(LINDQVIST, OKAFOR, now.minusSeconds(60), Duration.ofMinutes(6));
        UUID second = clinic.database().paidAppointment(HADDAD, OKAFOR, now.plusSeconds(300), Duration.ofMinutes(20));
        Person doctor = clinic.signedIn(OKAFOR).opensTheCall(first).isInTheWaitingRoom();
        clinic.signedIn(HADDAD).opensTheCall(second).isInTheWaitingRoom();
        doctor.hearsItRing().presses("later");
        Person patient = clinic.signedIn(LINDQVIST).opensTheCall(first);
        new Call(clinic, first, patient, doctor).isLive().bothSeeMore(10);
        doctor.endsForAll().isShown("after-title");
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }
}
