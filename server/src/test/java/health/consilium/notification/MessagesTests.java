package health.consilium.notification;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.notification.mail.Opened;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Postbox;
import health.consilium.notification.outbox.Posting;
import health.consilium.notification.store.MailboxStore;
import health.consilium.payment.Refunded;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A3, A7: what people are told in the app and by mail, their choices, and what administrators see of it. */
@ServerTest
class MessagesTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MailboxStore mailbox;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Postbox postbox;

    @Autowired
    private TransactionTemplate transactions;

    private Http http;
    private Clinic.Person patient;
    private Clinic.Person doctor;

    @BeforeEach
    void people() {
        http = new Http(port);
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
    }

    private JsonNode asks(Clinic.Person who, String method, String path, String body) {
        Http.Answer answer = http.send(method, "/api/v1" + path, who.token(), body.isEmpty() ? null : body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.data();
    }

    private List<String> kinds(Clinic.Person who) {
        List<String> all = new ArrayList<>();
        asks(who, "GET", "/messages", "")
                .forEach(one -> all.add(one.path("kind").asString()));
        return all;
    }

    private List<Opened> mailsTo(Clinic.Person person) {
        return kept(person).stream().map(kept -> Opened.of(kept.mime())).toList();
    }

    /** Newest first. To read all mails of all tests each time would take longer than all they do. */
    private List<MailboxStore.Kept> kept(Clinic.Person person) {
        return jdbc
                .sql("select id from notification_mailbox where position(convert_to(?, 'UTF8') in mime) > 0"
                        + " order by at desc, id")
                .param("\r\nTo: " + person.email() + "\r\n")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .flatMap(id -> mailbox.find(id).stream())
                .toList();
    }

    private void mails(Clinic.Person person, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    // Timers look what is due as time goes by.
                    ((MutableClock) clock).advance(Duration.ofMillis(200));
                    return mailsTo(person).size() >= count;
                });
        assertThat(mailsTo(person)).hasSize(count);
    }

    private Instant reminderAt(Appointment appointment, String kind) {
        return jdbc.sql(
                        "select next_at from notification_message where appointment = ? and kind = ? and channel = 'MAIL'")
                .params(appointment.id().value(), kind)
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }

    @Test
    @DisplayName("A3: both see a booking in the app, an open page at once, and it is unread until they read it")
    void bellIsLive() {
        Socket page = Socket.greeted(port, clinic.ticket(patient, null));
        page.hears("welcome");
        clinic.in(Duration.ofHours(3), patient, doctor, true);
        assertThat(page.hears("messages").path("body").path("unread").asInt()).isEqualTo(1);
        assertThat(kinds(patient)).containsExactly("INVITATION");
        assertThat(kinds(doctor)).containsExactly("INVITATION");
        assertThat(asks(patient, "GET", "/messages/unread", "").path("unread").asInt())
                .isEqualTo(1);
        asks(patient, "POST", "/messages/read", "{\"upTo\":\"" + clock.instant().minusMillis(1) + "\"}");
        assertThat(asks(patient, "GET", "/messages/unread", "").path("unread").asInt())
                .isEqualTo(1);
        asks(patient, "POST", "/messages/read", "{\"upTo\":\"" + clock.instant() + "\"}");
        assertThat(page.hears("messages").path("body").path("unread").asInt()).isZero();
        assertThat(asks(doctor, "GET", "/messages/unread", "").path("unread").asInt())
                .isEqualTo(1);
        page.saysGoodbye();
    }

    @Test
    @DisplayName("A3: reminders come at their times, once, and not the day before one that is nearer")
    void reminders() {
        Appointment appointment = clinic.in(Duration.ofHours(25), patient, doctor, true);
        mails(patient, 1);
        assertThat(reminderAt(appointment, "REMINDER_DAY"))
                .isEqualTo(appointment.start().minus(Duration.ofHours(24)));
        ((MutableClock) clock)
                .set(appointment.start().minus(Duration.ofHours(24)).minusMillis(1));
        assertThat(mailsTo(patient)).hasSize(1);
        ((MutableClock) clock).advance(Duration.ofMillis(1));
        mails(patient, 2);
        hasReadOf("REMINDER_DAY", "INVITATION");
        ((MutableClock) clock).set(appointment.start().minus(Duration.ofMinutes(15)));
        mails(patient, 3);
        hasReadOf("REMINDER_SOON", "REMINDER_DAY", "INVITATION");
    }

    /** In the app, which goes by a lane of its own. */
    private void hasReadOf(String... kinds) {
        patient = clinic.again(patient);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(kinds(patient)).containsExactly(kinds));
    }

    @Test
    @DisplayName(
            "A3: who switches mails off still gets those about a contract; a doctor who switches them on gets mails that name nobody")
    void preferences() {
        asks(patient, "PUT", "/messages/preferences", "{\"mail\":false,\"push\":true,\"sms\":false}");
        asks(doctor, "PUT", "/messages/preferences", "{\"mail\":true,\"push\":true,\"sms\":false}");
        Appointment appointment = clinic.in(Duration.ofHours(25), patient, doctor, true);
        mails(patient, 1);
        mails(doctor, 1);
        assertThat(mailsTo(doctor).getFirst().html())
                .doesNotContain(patient.user().displayName());
        List<@Nullable String> kinds = jdbc.sql(
                        "select kind from notification_message where appointment = ? and channel = 'MAIL'"
                                + " and person = ?")
                .params(appointment.id().value(), patient.id().value())
                .query(String.class)
                .list();
        assertThat(kinds).containsExactly("INVITATION");
    }

    @Test
    @DisplayName("A7: administrators see what was sent and send it again, in a new round")
    void outbox() {
        clinic.in(Duration.ofHours(3), patient, doctor, true);
        mails(patient, 1);
        Clinic.Person desk = clinic.somebody(Role.ADMIN);
        String id = jdbc.sql("select id from notification_message where person = ? and kind = 'INVITATION'"
                        + " and channel = 'MAIL'")
                .param(patient.id().value())
                .query(String.class)
                .single();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> jdbc.sql("select state from notification_message where id = ?::uuid")
                        .param(id)
                        .query(String.class)
                        .single()
                        .equals("SENT"));
        JsonNode all = asks(desk, "GET", "/admin/messages?state=SENT&kind=INVITATION", "");
        assertThat(all.path("counts").path("SENT").asInt()).isPositive();
        assertThat(all.path("messages").toString()).contains(id);
        asks(desk, "POST", "/admin/messages/" + id + "/again", "");
        mails(patient, 2);
    }

    @Test
    @DisplayName(
            "A6: the invitation holds a one-time link that lets its patient in; its token stands in the mail alone")
    void oneTimeLink() {
        clinic.in(Duration.ofHours(3), patient, doctor, true);
        mails(patient, 1);
        String token = token(mailsTo(patient).getFirst(), "/l#");
        assertThat(http.send("POST", "/api/v1/auth/links/open", null, "{\"token\":\"" + token + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from notification_message m where m::text like '%' || ? || '%'")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("A6: a new link and a new password come by mail to whoever asks, whatever they prefer, each time anew")
    void askedFor() {
        clinic.in(Duration.ofHours(3), patient, doctor, true);
        mails(patient, 1);
        String email = "{\"email\":\"" + patient.email() + "\"}";
        assertThat(http.send("POST", "/api/v1/auth/links/again", null, email).status())
                .isEqualTo(200);
        mails(patient, 2);
        assertThat(token(newest(patient, "your new link"), "/l#")).isNotEmpty();
        String doctors = "{\"email\":\"" + doctor.email() + "\"}";
        assertThat(http.send("POST", "/api/v1/auth/password/forgot", null, doctors)
                        .status())
                .isEqualTo(200);
        mails(doctor, 1);
        assertThat(token(newest(doctor, "a new password"), "/password#")).isNotEmpty();
    }

    private Opened newest(Clinic.Person person, String subject) {
        return mailsTo(person).stream()
                .filter(mail -> mail.subject().contains(subject))
                .findFirst()
                .orElseThrow();
    }

    private static String token(Opened mail, String page) {
        String text = mail.text();
        return text.substring(text.indexOf(page) + page.length()).split("\\s")[0];
    }

    @Test
    @DisplayName("L7: the receipt goes to the patient as a PDF; what is paid back later is told with its sum")
    void receipt() {
        Clinic.Call call = clinic.call();
        mails(call.patient(), 1);
        postbox.post(Posting.about(
                Kind.RECEIPT,
                call.appointment().id(),
                0,
                call.patient().id(),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(7))));
        mails(call.patient(), 2);
        Opened mail = newest(call.patient(), "your receipt");
        assertThat(mail.text()).contains("You paid").contains("attached");
        assertThat(mail.files()).hasSize(1);
        assertThat(mail.files().getFirst().name()).startsWith("receipt-").endsWith(".pdf");
        assertThat(new String(mail.files().getFirst().content(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");

        transactions.executeWithoutResult(
                status -> events.publishEvent(new Refunded(call.appointment().id(), 1250, "EUR")));
        mails(call.patient(), 3);
        assertThat(newest(call.patient(), "on its way").text()).contains("€12.50");
    }

    @Test
    @DisplayName(
            "the demo's mails are shown in a frame that may run nothing, with the clinic's policy for everything else")
    void mailPage() {
        clinic.in(Duration.ofHours(3), patient, doctor, true);
        mails(patient, 1);
        String id = kept(patient).getFirst().id().toString();
        Http.Answer page = http.send("GET", "/api/v1/demo/mailbox/" + id + "/page", null, null);
        assertThat(page.raw().headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'")
                .doesNotContain("script");
        assertThat(page.raw().headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(page.raw().body()).startsWith("<!DOCTYPE html>");
        assertThat(http.send("GET", "/api/v1/demo/mailbox/" + id, null, null)
                        .data()
                        .path("text")
                        .asString())
                .contains("Your video appointment is booked");
        assertThat(http.send("GET", "/api/v1/demo/mailbox/" + id + "/files/0", null, null)
                        .raw()
                        .body())
                .startsWith("BEGIN:VCALENDAR");
    }

    @Test
    @DisplayName(
            "A3: what is too late is not sent: an appointment that was in the past when it was booked is told to nobody")
    void tooLate() {
        Appointment past = clinic.in(Duration.ofMinutes(-30), patient, doctor, false);
        assertThat(jdbc.sql("select count(*) from notification_message where appointment = ? and kind = 'INVITATION'")
                        .param(past.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(past.end().atOffset(ZoneOffset.UTC).toInstant()).isEqualTo(clock.instant());
    }
}
