package health.consilium.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import health.consilium.testing.WebhookReceiver;
import health.consilium.testing.WebhookReceiver.Received;
import health.consilium.testing.WebhookReceiver.Verdict;
import health.consilium.webhook.delivery.Deliveries;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A10: what happens arrives, signed, once, and is tried again until it does. */
@ServerTest
class WebhookTests {
    private static final String PATH = "/api/v1/admin/webhooks";

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Http http;
    private Person desk;
    private WebhookReceiver receiver;
    private String webhook;
    private int told;

    @BeforeEach
    void aReceiver() {
        // Those of other tests have nobody listening.
        jdbc.sql("delete from webhook_endpoint").update();
        http = new Http(port);
        desk = clinic.somebody(Role.ADMIN);
        receiver = new WebhookReceiver(clock);
        webhook = added(receiver);
        told = 0;
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    @DisplayName("A10: a booking, a conversation and its end arrive signed, with ids and times and nothing else")
    void whatHappens() {
        Person patient = clinic.somebody(Role.PATIENT);
        Person doctor = clinic.somebody(Role.DOCTOR);
        Appointment appointment = clinic.now(patient, doctor, true);
        ConsultationId call =
                consultations.ofAppointment(appointment.id()).orElseThrow().id();
        ticks();
        Received booked = receiver.next();
        assertThat(booked.verdict()).isEqualTo(Verdict.TAKEN);
        assertThat(booked.body())
                .contains("\"type\":\"appointment.booked\"", appointment.id().toString())
                .doesNotContain(
                        "Test",
                        "everything",
                        patient.id().toString(),
                        doctor.id().toString());
        consultations.arrived(call, patient.id());
        consultations.arrived(call, doctor.id());
        consultations.mediaUp(call, patient.id());
        consultations.mediaUp(call, doctor.id());
        ticks();
        assertThat(receiver.next().body())
                .contains("\"type\":\"consultation.started\"", call.value().toString());
        consultations.end(call, doctor.user());
        ticks();
        assertThat(receiver.next().body()).contains("\"type\":\"consultation.ended\"");
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    @DisplayName("A10: an event that is told twice arrives once at each receiver, under the same id at both")
    void once() {
        try (WebhookReceiver other = new WebhookReceiver(clock)) {
            added(other);
            UUID event = UUID.randomUUID();
            for (int i = 0; i < 3; i++) {
                tell(event);
            }
            Received here = receiver.next();
            Received there = other.next();
            assertThat(here.id()).isEqualTo(there.id());
            assertThat(count("webhook_delivery")).isEqualTo(2);
            arrived(2);
            assertThat(receiver.waiting() + other.waiting()).isZero();
        }
    }

    @Test
    @DisplayName(
            "A10: a receiver that is down is tried again after 5 s, then 20 s, not a millisecond sooner, under the same id and with a new time")
    void down() {
        receiver.answers(503, 500);
        tell(UUID.randomUUID());
        Received first = receiver.next();
        attempts(1);
        move(Duration.ofSeconds(5).minusMillis(1));
        assertThat(count("webhook_attempt")).isOne();
        assertThat(receiver.waiting()).isZero();
        move(Duration.ofMillis(1));
        Received second = receiver.next();
        attempts(2);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.timestamp()).isEqualTo(first.timestamp() + 5);
        assertThat(second.verdict()).isEqualTo(Verdict.TAKEN);
        move(Duration.ofSeconds(20));
        assertThat(receiver.next().id()).isEqualTo(first.id());
        arrived(1);
    }

    @Test
    @DisplayName(
            "A10: what a receiver heard more than five minutes ago, or twice, or with another body, is refused by it")
    void replay() {
        tell(UUID.randomUUID());
        Received got = receiver.next();
        assertThat(again(got, got.body())).isEqualTo(Verdict.REPLAYED);
        assertThat(again(got, got.body() + " ")).isEqualTo(Verdict.WRONG_SIGNATURE);
        move(Duration.ofSeconds(300));
        assertThat(again(got, got.body())).isEqualTo(Verdict.REPLAYED);
        move(Duration.ofSeconds(1));
        assertThat(again(got, got.body())).isEqualTo(Verdict.TOO_OLD);
    }

    @Test
    @DisplayName("A10: 410 switches the receiver off at once; nothing more is sent or kept for it")
    void gone() {
        receiver.answers(410);
        tell(UUID.randomUUID());
        receiver.next();
        await().untilAsserted(() -> assertThat(state()).isEqualTo("GONE"));
        tell(UUID.randomUUID());
        assertThat(count("webhook_delivery")).isOne();
        assertThat(post("/test").code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    @DisplayName(
            "A10: after many failures that last an hour it is paused; what happens meanwhile waits until it is switched on again")
    void paused() {
        jdbc.sql("update webhook_endpoint set failures = 19, failing_since = ?")
                .param(clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .update();
        receiver.answers(500);
        tell(UUID.randomUUID());
        receiver.next();
        await().untilAsserted(() -> assertThat(state()).isEqualTo("PAUSED"));
        tell(UUID.randomUUID());
        move(Duration.ofMinutes(10));
        assertThat(receiver.waiting()).isZero();
        assertThat(http.send("PUT", PATH + "/" + webhook + "/state", desk.token(), "{\"on\":true}")
                        .status())
                .isEqualTo(200);
        poll();
        receiver.next();
        receiver.next();
        arrived(2);
    }

    @Test
    @DisplayName(
            "A10: whoever dies after taking a delivery and before sending it is replaced after a minute, not sooner")
    void restart() {
        receiver.answers(500);
        tell(UUID.randomUUID());
        receiver.next();
        attempts(1);
        UUID delivery =
                jdbc.sql("select id from webhook_delivery").query(UUID.class).single();
        jdbc.sql("update webhook_delivery set next_at = ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        assertThat(deliveries.claim(delivery)).isPresent();
        assertThat(deliveries.claim(delivery)).isEmpty();
        move(Duration.ofMinutes(1).minusMillis(1));
        assertThat(receiver.waiting()).isZero();
        // The timer itself, as it is armed by the one who died.
        ((MutableClock) clock).advance(Duration.ofSeconds(1));
        assertThat(receiver.next().verdict()).isEqualTo(Verdict.TAKEN);
    }

    @Test
    @DisplayName("A10: a new secret signs at once, the old one signs along for a day and not a second longer")
    void rotation() {
        Http.Answer rotated = post("/secret");
        assertThat(jdbc.sql(
                                "select expires_at - created_at = interval '24 hours' from webhook_secret where expires_at is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        String fresh = rotated.data().path("secret").asString();
        assertThat(fresh).startsWith("whsec_");
        tell(UUID.randomUUID());
        Received both = receiver.next();
        assertThat(both.verdict()).isEqualTo(Verdict.TAKEN);
        assertThat(signed(fresh, both)).isTrue();
        receiver.knows(fresh);
        expiresIn(Duration.ofMillis(1));
        tell(UUID.randomUUID());
        assertThat(receiver.next().signature()).contains(" ");
        expiresIn(Duration.ZERO);
        tell(UUID.randomUUID());
        Received after = receiver.next();
        assertThat(after.verdict()).isEqualTo(Verdict.TAKEN);
        assertThat(after.signature()).doesNotContain(" ");
    }

    @Test
    @DisplayName(
            "A10: an administrator tests, sees every attempt and the body, sends once more by hand; secrets are never shown again")
    void byHand() {
        receiver.answers(500);
        post("/test");
        Received test = receiver.next();
        assertThat(test.body()).contains("\"type\":\"webhook.test\"");
        attempts(1);
        JsonNode sent = listed().path(0);
        assertThat(sent.path("body").asString()).isEqualTo(test.body());
        assertThat(sent.path("attempts").path(0).path("status").asInt()).isEqualTo(500);
        assertThat(sent.path("status").asString()).isEqualTo("PENDING");
        post("/deliveries/" + sent.path("id").asString() + "/resend");
        Received again = receiver.next();
        assertThat(again.id()).isEqualTo(test.id());
        arrived(1);
        String everything =
                listed().toString() + http.send("GET", PATH, desk.token(), null).body();
        assertThat(everything).doesNotContain("whsec_").doesNotContain("secret");
    }

    @Test
    @DisplayName("S: the database holds no secret in the clear")
    void sealed() {
        List<byte[]> kept = jdbc.sql("select sealed from webhook_secret")
                .query((row, n) -> row.getBytes("sealed"))
                .list();
        assertThat(kept).allSatisfy(one -> assertThat(one.length).isEqualTo(12 + 32 + 16));
    }

    @Test
    @DisplayName(
            "A10: an address without TLS, with a user name, inside, or of nowhere is refused without being repeated")
    void addresses() {
        for (String bad : List.of(
                "http://example.org/hook",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/hook",
                "https://user@localhost/hook",
                "https://nowhere.invalid/hook",
                "file:///etc/passwd",
                "ftp://localhost/hook")) {
            Http.Answer answer = http.send("POST", PATH, desk.token(), body(bad));
            assertThat(answer.code()).as(bad).isEqualTo("WEBHOOK_URL_REFUSED");
            assertThat(answer.body().toString()).doesNotContain(bad);
        }
        Http.Answer unknown = http.send(
                "POST", PATH, desk.token(), body(receiver.url()).replace("appointment.booked", "patient.died"));
        assertThat(unknown.code()).isEqualTo("INVALID_REQUEST");
    }

    private String added(WebhookReceiver to) {
        JsonNode added = http.send("POST", PATH, desk.token(), body(to.url())).data();
        to.knows(added.path("secret").asString());
        return added.path("webhook").path("id").asString();
    }

    private static String body(String url) {
        return "{\"url\":\"%s\",\"description\":\"\",\"events\":[\"appointment.booked\",\"appointment.cancelled\",\"consultation.started\",\"consultation.ended\"]}"
                .formatted(url);
    }

    private void tell(UUID event) {
        deliveries.tell(WebhookEvent.APPOINTMENT_BOOKED, event, clock.instant(), Map.of("appointmentId", event));
        poll();
    }

    /** What the timer does: it waits for the clock, which stands still here. */
    private void poll() {
        jdbc.sql("select id from webhook_delivery where status = 'PENDING' and next_at <= ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .forEach(deliveries::due);
    }

    private Verdict again(Received got, String body) {
        return receiver.verdict(got.id(), got.timestamp(), got.signature(), body, true);
    }

    private static boolean signed(String secret, Received got) {
        return WebhookReceiver.signed(secret, got.id(), got.timestamp(), got.signature(), got.body());
    }

    private Http.Answer post(String what) {
        Http.Answer answer = http.send("POST", PATH + "/" + webhook + what, desk.token(), null);
        poll();
        return answer;
    }

    private JsonNode listed() {
        return http.send("GET", PATH + "/" + webhook + "/deliveries", desk.token(), null)
                .data();
    }

    private String state() {
        return jdbc.sql("select state from webhook_endpoint where id = ?")
                .param(UUID.fromString(webhook))
                .query(String.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** What was committed is told by other threads; then the timer looks. */
    private void ticks() {
        int before = count("webhook_delivery");
        await().until(() -> count("webhook_delivery") > told);
        told = Math.max(before, count("webhook_delivery"));
        ((MutableClock) clock).advance(Duration.ofSeconds(1));
    }

    private void expiresIn(Duration time) {
        jdbc.sql("update webhook_secret set expires_at = ? where expires_at is not null")
                .param(clock.instant().plus(time).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void attempts(int wanted) {
        await().untilAsserted(() -> assertThat(count("webhook_attempt")).isEqualTo(wanted));
    }

    private void arrived(int wanted) {
        await().untilAsserted(
                        () -> assertThat(jdbc.sql("select count(*) from webhook_delivery where status = 'DELIVERED'")
                                        .query(Integer.class)
                                        .single())
                                .isEqualTo(wanted));
    }

    private void move(Duration by) {
        ((MutableClock) clock).advance(by);
        desk = clinic.again(desk);
        poll();
    }
}
