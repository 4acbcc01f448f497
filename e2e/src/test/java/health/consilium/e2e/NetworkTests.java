package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;

import health.consilium.e2e.browser.Person;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Q4, L13: a network that fails as networks do, and a call that comes back by itself. */
@NeedsLab
class NetworkTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.inTheLab(Map.of());

    @Test
    @DisplayName("L13, Q4: ten seconds without any network: the call comes back by itself, nothing written is lost")
    void tenSecondsWithoutNetwork() {
        Call call = call();
        Person patient = call.patient();
        clinic.lab().blackout(clinic.hostOf(ROSSI));
        patient.writes("Can you read me?");
        call.doctor().writes("Are you still there?");
        outage(Duration.ofSeconds(10));
        clinic.lab().mend();
        call.isLive().bothSeeMore(60);
        patient.hearsTheOther().reads("Are you still there?");
        call.doctor().hearsTheOther().reads("Can you read me?");
        call.hasOneParticipantEach();
    }

    private static Call call() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        return Call.between(clinic, appointment, clinic.signedIn(ROSSI), clinic.signedIn(WEBER))
                .bothSeeMore(30);
    }

    /** The length of an outage is what is tested; nothing is waited for. */
    private static void outage(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }
}
