package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Growth;
import health.consilium.e2e.browser.Holdings;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.provider.JitsiStandIn;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same pages, where Jitsi carries the call in a frame of its own. */
@Pages
class JitsiCallTests {
    private static final JitsiStandIn JITSI = JitsiStandIn.own();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final Clinic clinic = Clinic.with(JITSI.settings());

    @Test
    @DisplayName("H5, V1, V2, V4, L2: a consultation through a room of Jitsi's, from the ring to the end")
    void aConsultationThroughJitsi() {
        Person doctor = JITSI.serves(clinic.signedIn(WEBER));
        Person patient = JITSI.serves(clinic.signedIn(ROSSI));
        Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor);
        for (Person person : new Person[] {doctor, patient}) {
            seesAndHears(person);
        }
        assertThat(JITSI.guests()).hasSize(2);

        // Ours switches theirs, theirs shows in ours, and the other one is told.
        patient.presses("mute");
        doctor.presses("people-open").seesThat("[data-testid=participant-PATIENT][data-microphone=false]");
        JITSI.mutesInside(patient);
        patient.seesThat("[data-testid=mute][data-off=false]");
        doctor.seesThat("[data-testid=participant-PATIENT][data-microphone=true]")
                .presses("people-open");
        patient.writes("Ibuprofen 400");
        doctor.reads("Ibuprofen 400");
        assertThat(doctor.sees("share")).isFalse();
        assertThat(doctor.sees("devices-open")).isFalse();

        doctor.endsForAll().isShown("after-title");
        patient.seesThat("[data-testid=end-reason][data-reason=COMPLETED]");
        for (Person person : new Person[] {doctor, patient}) {
            Await.value(person.who() + " gave everything back", PATIENCE, person::holds, Holdings::nothing);
        }
        Await.until("nobody is in the room", PATIENCE, () -> JITSI.guests().isEmpty());
    }

    private static void seesAndHears(Person person) {
        Growth seen = new Growth(JITSI.framesSeen(person));
        Await.until(person.who() + " sees the other", PATIENCE, () -> seen.to(JITSI.framesSeen(person)) >= 30);
        Growth heard = new Growth(JITSI.soundHeard(person));
        Await.until(person.who() + " hears the other", PATIENCE, () -> heard.to(JITSI.soundHeard(person)) > 1e-4);
    }
}
