package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Person;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is ready before somebody accepts, and what is not sent. */
class WarmStartTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final Clinic clinic = Clinic.shared();

    @Test
    @DisplayName("L3: while it rings the connection stands by and carries nothing; accepting needs no other")
    void aConnectionStandsByAndCarriesNothing() {
        Person doctor = clinic.comes(WEBER);
        doctor.page()
                .context()
                .addInitScript(
                        "window.__asked = 0; const ask = MediaDevices.prototype.getUserMedia;"
                                + " MediaDevices.prototype.getUserMedia = function (...a) { __asked++; return ask.apply(this, a); }");
        doctor.signsIn();
        Person patient = clinic.signedIn(ROSSI)
                .opensTheCall(clinic.appointment(ROSSI, WEBER))
                .isInTheWaitingRoom();
        doctor.hearsItRing();
        for (Person person : List.of(doctor, patient)) {
            Await.until(
                    person + " stands by",
                    PATIENCE,
                    () -> person.connections() == 1
                            && !person.media().localType().isEmpty());
        }
        // Long enough for a second of pictures to have gone out, had they been let.
        patient.seesOwnPictures(30);

        assertThat(doctor.page().evaluate("() => window.__asked")).isEqualTo(0);
        assertThat(patient.media().packetsSent()).isZero();
        assertThat(doctor.media().packetsSent()).isZero();

        doctor.accepts().watches(10).hearsTheOther();
        patient.watches(10).hearsTheOther();
        assertThat(doctor.connections()).isEqualTo(1);
        assertThat(doctor.page().evaluate("() => window.__probe.made()")).isEqualTo(1);
    }

    @Test
    @DisplayName("L6: whoever stays behind sends nothing to somebody who has left")
    void whoeverStaysBehindSendsNothing() {
        Call call =
                Call.between(clinic, clinic.appointment(ROSSI, WEBER), clinic.signedIn(ROSSI), clinic.signedIn(WEBER));
        call.bothSeeMore(10);
        call.doctor().leaves();
        call.patient().isInTheWaitingRoom().seesOwnPictures(10);
        assertThat(call.patient().page().evaluate("() => window.__probe.sending()"))
                .isEqualTo(0);
    }
}
