package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.LINDQVIST;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The server's time is moved; its own timers do the rest. */
@Pages
class TimeTests {
    private static final Duration JUST_BEFORE = Duration.ofSeconds(2);

    @RegisterExtension
    static final Clinic clinic = Clinic.with(Map.of("consilium.identity.idle", "12h"));

    @Test
    @DisplayName("L9: the call can be entered from exactly ten minutes before the start")
    void theWindowOpensExactlyTenMinutesBefore() {
        Instant start = wholeSecond().plus(Duration.ofMinutes(40));
        UUID appointment = clinic.database().paidAppointment(LINDQVIST, WEBER, start, Duration.ofMinutes(20));
        Instant opens = start.minus(Duration.ofMinutes(10));
        Api patient = clinic.api().as(LINDQVIST);
        String entry = "/api/v1/consultations/" + appointment + "/entry";

        clinic.signedIn(LINDQVIST)
                .opensTheCall(appointment)
                .seesThat("[data-testid=refused][data-code=TOO_EARLY]")
                .goesTo("/history");

        // A page takes its time to be drawn.
        clinic.clock().moveTo(opens.minusSeconds(60));
        clinic.signedIn(LINDQVIST).seesThat("[data-testid=appointment-" + appointment + "] [data-testid=action-test]");
        clinic.clock().moveTo(opens.minus(JUST_BEFORE));
        Api.Answer early = patient.post(entry, Map.of());
        assertThat(early.status()).isEqualTo(403);
        assertThat(early.code()).isEqualTo("TOO_EARLY");

        clinic.clock().moveTo(opens);
        Api.Answer inTime = patient.post(entry, Map.of());
        assertThat(inTime.status()).as(inTime.code()).isEqualTo(200);
        clinic.signedIn(LINDQVIST).seesThat("[data-testid=appointment-" + appointment + "] [data-testid=action-start]");
    }

    @Test
    @DisplayName(
            "L9, L6: whoever is early is let in by the page that refused them, and who leaves finds the way back in")
    void theEarlyPatientIsLetInAndFindsTheWayBack() {
        Instant start = wholeSecond().plus(Duration.ofMinutes(40));
        UUID appointment = clinic.database().paidAppointment(ROSSI, OKAFOR, start, Duration.ofMinutes(20));
        Person patient = clinic.signedIn(ROSSI).opensTheCall(appointment);
        patient.seesThat("[data-testid=refused][data-code=TOO_EARLY]:has-text('You can come in from')");

        clinic.clock().moveTo(start.minus(Duration.ofMinutes(10)));
        patient.isInTheWaitingRoom().presses("leave-waiting");

        String card = "[data-testid=appointment-" + appointment + "] ";
        patient.seesThat(card + "[data-testid=why-not]:has-text('You can go back in until')");
        patient.seesThat(card + "[data-testid=action-rejoin]").startsFromTheCard(appointment);
        // Out again, or this doctor would still be rung when somebody else calls.
        patient.isInTheWaitingRoom().presses("leave-waiting");
        patient.seesThat(card + "[data-testid=action-rejoin]");
    }

    @Test
    @DisplayName(
            "L11: a doctor who has not come after exactly five minutes: cancelled, refund due, the patient is told")
    void doctorNoShowCancelsAtExactlyFiveMinutes() {
        Instant start = wholeSecond().plus(Duration.ofMinutes(5));
        UUID appointment = clinic.database().paidAppointment(ROSSI, WEBER, start, Duration.ofMinutes(30));
        Person patient = clinic.signedIn(ROSSI).startsFromTheCard(appointment).isInTheWaitingRoom();
        patient.seesThat("[data-testid=ring-words]:not([data-ring=none])");
        Instant noShow = start.plus(Duration.ofMinutes(5));

        clinic.clock().moveTo(noShow.minus(JUST_BEFORE));
        Api doctor = clinic.api().as(WEBER);
        assertThat(doctor.get("/api/v1/consultations/" + appointment)
                        .data()
                        .path("summary")
                        .path("phase")
                        .asString())
                .isEqualTo("WAITING");

        clinic.clock().moveTo(noShow);
        patient.isShown("after-title")
                .seesThat("[data-testid=end-reason][data-reason=DOCTOR_NO_SHOW]")
                .isShown("rebook");
        assertThat(Call.times(Call.recordOf(clinic, appointment, ROSSI), "ENDED"))
                .containsExactly(noShow);
        Await.until(
                "the refund is due",
                Duration.ofSeconds(10),
                () -> paymentOf(appointment).equals("REFUND_DUE"));
    }

    @Test
    @DisplayName("V6, L10: warned five minutes and one minute before, ended for both exactly at the slot's end")
    void theSlotEndsTheCallForBoth() {
        Instant start = wholeSecond().minus(Duration.ofMinutes(1));
        UUID appointment = clinic.database().paidAppointment(ROSSI, WEBER, start, Duration.ofMinutes(30));
        Instant end = start.plus(Duration.ofMinutes(30));
        Call call = Call.between(clinic, appointment, clinic.signedIn(ROSSI), clinic.signedIn(WEBER));

        clinic.clock().moveTo(end.minus(Duration.ofMinutes(5)));
        warned(appointment, end.minus(Duration.ofMinutes(5)));
        clinic.clock().moveTo(end.minus(Duration.ofMinutes(1)));
        warned(appointment, end.minus(Duration.ofMinutes(1)));
        clinic.clock().moveTo(end.minus(JUST_BEFORE));
        call.isLive();

        clinic.clock().moveTo(end);
        call.patient().isShown("after-title").seesThat("[data-testid=end-reason][data-reason=SLOT_ELAPSED]");
        call.doctor().isShown("after-title");
        assertThat(Call.times(call.record(), "ENDED")).containsExactly(end);
    }

    @Test
    @DisplayName("L10: when little time is left, the doctor can take ten minutes more, and both see it")
    void theDoctorTakesMoreTime() {
        // Signed in while there is time: the demo books the next appointment for whoever signs in close to the end.
        Instant start = wholeSecond().minus(Duration.ofMinutes(1));
        UUID appointment = clinic.database().paidAppointment(HADDAD, OKAFOR, start, Duration.ofMinutes(30));
        Call call = Call.between(clinic, appointment, clinic.signedIn(HADDAD), clinic.signedIn(OKAFOR));
        clinic.clock().moveTo(start.plus(Duration.ofMinutes(26)));
        call.patient().isShown("time-left");
        call.doctor().isShown("time-left").presses("extend");
        call.patient().byId("time-left").waitFor(gone());
        call.doctor().byId("time-left").waitFor(gone());
        assertThat(Instant.parse(clinic.api()
                        .as(HADDAD)
                        .get("/api/v1/appointments/" + appointment)
                        .data()
                        .path("end")
                        .asString()))
                .isEqualTo(start.plus(Duration.ofMinutes(40)));
        call.doctor().endsForAll().isShown("after-title");
    }

    private static void warned(UUID appointment, Instant at) {
        Await.until(
                "warned at " + at,
                Duration.ofSeconds(10),
                () -> Call.times(Call.recordOf(clinic, appointment, ROSSI), "WARNED")
                        .contains(at));
    }

    private static String paymentOf(UUID appointment) {
        JsonNode found =
                clinic.api().as(DESK).get("/api/v1/appointments/" + appointment).data();
        return found.path("payment").path("status").asString();
    }

    private static com.microsoft.playwright.Locator.WaitForOptions gone() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    private static Instant wholeSecond() {
        return clinic.clock().now().truncatedTo(ChronoUnit.SECONDS);
    }
}
