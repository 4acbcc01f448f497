package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** kill −9 of the server. */
@Pages
class CrashTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.with(Map.of("consilium.identity.idle", "12h"));

    @Test
    @DisplayName(
            "Q4, L14, V13: the server dies during a call: the conversation goes on, nothing that was written is lost, and the new connection has the safety code of the old one")
    void theConversationOutlivesTheServer() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Call call = Call.between(clinic, appointment, clinic.signedIn(ROSSI), clinic.signedIn(WEBER));
        call.patient().writes("Before the crash");
        call.doctor().reads("Before the crash");
        String safetyCode = SafetyCodeTests.code(call.doctor());
        int connectionsMade = call.doctor().connectionsMade();

        clinic.server().kill();
        call.bothSeeMore(60);
        call.patient().writes("While nobody listens");
        clinic.server().startAgain();

        call.doctor().reads("While nobody listens");
        call.isLive().bothSeeMore(30).hasOneParticipantEach();
        assertThat(call.doctor().connectionsMade()).isGreaterThan(connectionsMade);
        assertThat(SafetyCodeTests.code(call.doctor()))
                .isEqualTo(safetyCode)
                .isEqualTo(SafetyCodeTests.code(call.patient()));
        call.doctor().endsForAll().isShown("after-title");
        call.patient().isShown("after-title");
        assertThat(clinic.database().count("select count(*) from chat_message where body = 'While nobody listens'"))
                .isEqualTo(1);
        assertThat(Call.times(call.record(), "LIVE")).hasSize(1);
    }

    @Test
    @DisplayName("L14: a deadline that was pending when the server died takes effect once, at its own time")
    void aPendingDeadlineFiresOnce() {
        Instant start = clinic.clock().now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
        UUID appointment = clinic.database().paidAppointment(HADDAD, OKAFOR, start, Duration.ofMinutes(30));
        Person patient = clinic.signedIn(HADDAD).startsFromTheCard(appointment).isInTheWaitingRoom();
        patient.seesThat("[data-testid=ring-words]:not([data-ring=none])");
        Instant noShow = start.plus(Duration.ofMinutes(5));

        clinic.server().kill();
        clinic.clock().moveTo(noShow.plusSeconds(30));
        clinic.server().startAgain();

        assertThat(Call.times(Call.awaitPhase(clinic, appointment, HADDAD, "ENDED"), "ENDED"))
                .containsExactly(noShow);
        patient.isShown("after-title").seesThat("[data-testid=end-reason][data-reason=DOCTOR_NO_SHOW]");
        Await.until(
                "the refund is due",
                Duration.ofSeconds(10),
                () -> clinic.database()
                                .count(
                                        "select count(*) from payment_payment where appointment = ? and status = 'REFUND_DUE'",
                                        appointment)
                        == 1);
    }

    @Test
    @DisplayName("L14: a deadline whose wake-up was running when the server died takes effect soon after the start")
    void aWakeUpThatDiedIsTakenUpAgain() {
        Instant start = clinic.clock().now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
        UUID appointment = clinic.database().paidAppointment(HADDAD, OKAFOR, start, Duration.ofMinutes(30));
        clinic.signedIn(HADDAD)
                .startsFromTheCard(appointment)
                .isInTheWaitingRoom()
                .seesThat("[data-testid=ring-words]:not([data-ring=none])")
                .page()
                .close();
        Instant noShow = start.plus(Duration.ofMinutes(5));
        clinic.database().holding(appointment, () -> {
            clinic.clock().moveTo(noShow);
            Await.until(
                    "its wake-up runs",
                    Duration.ofSeconds(10),
                    () -> clinic.database().count("select count(*) from scheduled_tasks where picked") == 1);
            clinic.server().kill();
        });
        clinic.server().startAgain();
        Await.until(
                "nobody asked, and it is over",
                Duration.ofSeconds(10),
                () -> clinic.database()
                                .count(
                                        "select count(*) from consultation_consultation where appointment = ? and phase = 'ENDED'",
                                        appointment)
                        == 1);
        assertThat(Call.times(Call.recordOf(clinic, appointment, HADDAD), "ENDED"))
                .containsExactly(noShow);
    }
}
