package health.consilium.notification;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.DeclineReason;
import health.consilium.identity.SignedOut;
import health.consilium.kernel.SecretStore;
import health.consilium.notification.push.PushClient;
import health.consilium.notification.push.PushServices;
import health.consilium.notification.push.Vapid;
import health.consilium.testing.Clinic;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.PushServiceStandIn;
import health.consilium.testing.PushServiceStandIn.Pushed;
import health.consilium.testing.ServerTest;
import health.consilium.testing.TestBrowser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** L2: a ring reaches a browser where no page is open, by a push service that checks every word of the standards. */
@ServerTest
@DirtiesContext
class RingPushTests {
    private static final MutableClock SERVICE_CLOCK = new MutableClock(Instant.parse("2030-01-07T09:00:00Z"));
    private static final PushServiceStandIn SERVICE = new PushServiceStandIn(SERVICE_CLOCK);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("consilium.notification.push-rehearsal", SERVICE::authority);
        registry.add("consilium.notification.push-browsers", () -> 3);
        registry.add("consilium.contact-email", () -> "help@clinic.example");
    }

    @TestConfiguration
    static class TrustsTheStandIn {
        @Bean
        @Primary
        PushClient trustingPushClient(PushServices services, Vapid vapid, Clock clock) {
            return new PushClient(SERVICE.client(), services, vapid, clock);
        }
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private SecretStore secrets;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private TransactionTemplate transactions;

    private Clinic.Call call;
    private TestBrowser browser;
    private ConsultationId id;

    @BeforeEach
    void theDoctorSubscribed() {
        SERVICE_CLOCK.set(clock.instant());
        call = clinic.call();
        id = new ConsultationId(call.id());
        browser = new TestBrowser(SERVICE.endpoint(call.id().toString()));
        assertThat(subscribe(browser, "de").status()).isEqualTo(200);
    }

    private Http.Answer subscribe(TestBrowser one, String language) {
        return as(call.doctor(), "PUT", one.subscription(language));
    }

    private Http.Answer as(Clinic.Person person, String method, String body) {
        return new Http(port).send(method, "/api/v1/push/subscription", person.token(), body.isEmpty() ? null : body);
    }

    private void thePatientRings() {
        consultations.arrived(id, call.patient().id());
        consultations.ring(id, call.patient().id());
    }

    private Pushed next() {
        return SERVICE.next(id.toString());
    }

    private JsonNode read(Pushed pushed) {
        return browser.reads(pushed.body());
    }

    @Test
    @DisplayName("L2: the ring comes encrypted, signed, urgent, for as long as it rings, and says no name")
    void theRing() {
        thePatientRings();
        Pushed ring = next();
        assertThat(ring.path()).isEqualTo("/wp/" + call.id());
        assertThat(ring.ttl()).isEqualTo(60);
        assertThat(ring.urgency()).isEqualTo("high");
        assertThat(ring.sub()).isEqualTo("mailto:help@clinic.example");
        JsonNode said = read(ring);
        Set<String> members = new TreeSet<>();
        said.propertyNames().forEach(members::add);
        assertThat(members).containsExactly("kind", "language", "path", "topic");
        assertThat(said.path("kind").asString()).isEqualTo("RING");
        assertThat(said.path("language").asString()).isEqualTo("de");
        assertThat(said.path("path").asString()).isEqualTo("/");
        assertThat(said.path("topic").asString()).isEqualTo(ring.topic());
        assertThat(ring.key())
                .isEqualTo(new Http(port)
                        .send("GET", "/api/v1/push", call.doctor().token(), null)
                        .data()
                        .path("publicKey")
                        .asString());
    }

    @Test
    @DisplayName("an answer takes the ring away, under the same topic")
    void answered() {
        thePatientRings();
        Pushed ring = next();
        consultations.accept(id, call.doctor().id());
        Pushed end = next();
        assertThat(end.topic()).isEqualTo(ring.topic()).doesNotContain(id.toString());
        assertThat(read(end).path("kind").asString()).isEqualTo("SETTLED");
    }

    @Test
    @DisplayName("a decline does so, too, and the next ring comes again")
    void declinedAndRungAgain() {
        thePatientRings();
        next();
        consultations.decline(id, call.doctor().id(), DeclineReason.IN_5_MINUTES, null);
        assertThat(read(next()).path("kind").asString()).isEqualTo("SETTLED");
        consultations.ring(id, call.patient().id());
        assertThat(read(next()).path("kind").asString()).isEqualTo("RING");
    }

    @Test
    @DisplayName("a ring that was given up or that nobody heard becomes a missed one")
    void missed() {
        thePatientRings();
        next();
        consultations.cancelRing(id, call.patient().id());
        assertThat(read(next()).path("kind").asString()).isEqualTo("MISSED");
    }

    @Test
    @DisplayName("what is rolled back rings nowhere")
    void rolledBack() {
        transactions.executeWithoutResult(change -> {
            thePatientRings();
            change.setRollbackOnly();
        });
        thePatientRings();
        next();
        consultations.accept(id, call.doctor().id());
        assertThat(read(next()).path("kind").asString()).isEqualTo("SETTLED");
        assertThat(SERVICE.isQuiet(id.toString())).isTrue();
    }

    @Test
    @DisplayName("in whatever order two commits are told, the last word is how it stands")
    void toldLate() {
        transactions.executeWithoutResult(change -> {
            thePatientRings();
            consultations.accept(id, call.doctor().id());
        });
        Pushed only = next();
        assertThat(read(only).path("kind").asString()).isEqualTo("SETTLED");
    }

    @Test
    @DisplayName("after a restart a ring that still goes on is told again, for the rest of its time")
    void afterARestart() {
        thePatientRings();
        next();
        events.publishEvent(new ApplicationReadyEvent(
                new org.springframework.boot.SpringApplication(), new String[0], context, Duration.ZERO));
        Pushed again = next();
        assertThat(read(again).path("kind").asString()).isEqualTo("RING");
        consultations.accept(id, call.doctor().id());
        next();
    }

    @Test
    @DisplayName("a browser that is gone is forgotten; a service that is in trouble is asked again")
    void goneAndTrouble() {
        SERVICE.answers(503, null);
        thePatientRings();
        assertThat(read(next()).path("kind").asString()).isEqualTo("RING");
        assertThat(read(next()).path("kind").asString()).isEqualTo("RING");
        SERVICE.answers(410, null);
        consultations.accept(id, call.doctor().id());
        next();
        Awaitility.await().untilAsserted(() -> assertThat(subscriptions()).isZero());
    }

    @Test
    @DisplayName("a service that sends us elsewhere is not followed")
    void noRedirects() {
        SERVICE.answers(307, null);
        thePatientRings();
        assertThat(next().path()).isEqualTo("/wp/" + call.id());
        consultations.accept(id, call.doctor().id());
        assertThat(next().path()).isEqualTo("/wp/" + call.id());
    }

    @Test
    @DisplayName("signing out ends it for that browser; a sign-in that ran out does not: then a ring is needed most")
    void signingOut() {
        events.publishEvent(
                new SignedOut(call.doctor().id(), call.doctor().user().login(), SignedOut.Why.EXPIRED));
        assertThat(subscriptions()).isEqualTo(1);
        new Http(port).send("POST", "/api/v1/auth/logout", call.doctor().token(), null);
        assertThat(subscriptions()).isZero();
        thePatientRings();
        consultations.accept(id, call.doctor().id());
        assertThat(SERVICE.isQuiet(id.toString())).isTrue();
    }

    @Test
    @DisplayName("a disabled account is rung nowhere")
    void disabled() {
        Clinic.Person elsewhere = clinic.again(call.doctor());
        as(elsewhere, "PUT", new TestBrowser(SERVICE.endpoint("elsewhere-" + call.id())).subscription("en"));
        assertThat(subscriptions()).isEqualTo(2);
        events.publishEvent(new SignedOut(call.doctor().id(), elsewhere.user().login(), SignedOut.Why.DISABLED));
        assertThat(subscriptions()).isZero();
    }

    @Test
    @DisplayName(
            "a browser belongs to whoever is signed in there, and a person has a few at most: the oldest makes room")
    void whoseBrowser() {
        assertThat(subscribe(browser, "en").status()).isEqualTo(200);
        assertThat(subscriptions()).isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            ((MutableClock) clock).advance(Duration.ofSeconds(1));
            as(
                    clinic.again(call.doctor()),
                    "PUT",
                    new TestBrowser(SERVICE.endpoint(i + "-" + call.id())).subscription("en"));
        }
        assertThat(subscriptions()).isEqualTo(3);
        assertThat(as(call.patient(), "PUT", new TestBrowser(SERVICE.endpoint("3-" + call.id())).subscription("en"))
                        .status())
                .isEqualTo(200);
        assertThat(subscriptions()).isEqualTo(2);
    }

    @Test
    @DisplayName("switched off is switched off, for this browser alone")
    void switchedOff() {
        Clinic.Person elsewhere = clinic.again(call.doctor());
        as(elsewhere, "PUT", new TestBrowser(SERVICE.endpoint("other-" + call.id())).subscription("en"));
        assertThat(as(call.doctor(), "DELETE", "").status()).isEqualTo(200);
        assertThat(subscriptions()).isEqualTo(1);
    }

    @Test
    @DisplayName("an address of nobody's push service, and keys that are none, are refused in words")
    void refusals() {
        Http.Answer inside =
                as(call.doctor(), "PUT", new TestBrowser("https://169.254.169.254/latest").subscription("en"));
        assertThat(inside.status()).isEqualTo(422);
        assertThat(inside.code()).isEqualTo("PUSH_SERVICE_REFUSED");
        assertThat(inside.raw().body()).doesNotContain("169.254");
        String keys = browser.subscription("en").replaceFirst("\"p256dh\":\"[^\"]+", "\"p256dh\":\"AAAA");
        assertThat(as(call.doctor(), "PUT", keys).code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    @DisplayName(
            "the key pair is the installation's: the same after a restart, another elsewhere, and it prints nothing")
    void oneKeyPair() {
        assertThat(secrets.named("web-push")).hasToString("[secret]");
        assertThat(context.getBean(Vapid.class).publicKey())
                .isEqualTo(new Http(port)
                        .send("GET", "/api/v1/push", call.patient().token(), null)
                        .data()
                        .path("publicKey")
                        .asString())
                .matches("[A-Za-z0-9_-]{87}");
    }

    private int subscriptions() {
        return jdbc.sql("select count(*) from notification_subscription where person = ?")
                .param(call.doctor().id().value())
                .query(Integer.class)
                .single();
    }
}
