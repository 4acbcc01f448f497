package health.consilium.testing;

import health.consilium.recording.segments.DiskThatFills;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/** The whole server on a random port, on a fresh database, with a {@link MutableClock} that stands at 2030-01-07T09:00Z. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "consilium.relay.enabled=false",
            "consilium.mode=demo",
            "consilium.demo.seed=false",
            "consilium.webhook.rehearsal=localhost",
            "db-scheduler.polling-interval=100ms",
            "consilium.recording.capture=provider",
            "consilium.identity.metrics-token=" + ServerTest.METRICS_TOKEN,
            "consilium.conferencing.daily.api-key=" + FakeDaily.KEY,
            "consilium.conferencing.daily.webhook-secret=" + FakeDaily.SECRET,
            "consilium.payment.stripe.secret-key=" + StripeStandIn.KEY,
            "consilium.payment.stripe.webhook-secrets=" + StripeStandIn.SECRET + "," + StripeStandIn.NEXT_SECRET,
            "consilium.conferencing.jitsi.domain=meet.clinic.example",
            "consilium.conferencing.jitsi.app-id=consilium",
            "consilium.conferencing.jitsi.app-secret=a-secret-of-tests-only-0123456789",
            "consilium.conferencing.jitsi.reservations-secret=" + ServerTest.RESERVATIONS_SECRET,
            "consilium.conferencing.jitsi.events-secret=" + ServerTest.EVENTS_SECRET,
            "consilium.conferencing.jaas.app-id=" + ServerTest.JAAS_TENANT,
            "consilium.conferencing.jaas.key-id=ab12cd",
            "consilium.conferencing.jaas.recording=true",
            "consilium.conferencing.jaas.webhook-secret=" + ServerTest.JAAS_SECRET,
            "consilium.payment.hook.secrets=" + ServerTest.HOOK_SECRET
        })
@ContextConfiguration(initializers = ServerTestContext.class)
@TestExecutionListeners(listeners = LeftOvers.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@Import({Clinic.class, DiskThatFills.class, FakeProvider.class, QuickPasswords.class, RecordedCalls.class})
public @interface ServerTest {
    /** Of Standard Webhooks' own examples. */
    String HOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** What a Jitsi says when it asks, and when it tells. */
    String RESERVATIONS_SECRET = "reservations-0123456789abcdef";

    String EVENTS_SECRET = "events-0123456789abcdef0123";

    String JAAS_TENANT = "vpaas-magic-cookie-0123456789abcdef";

    /** What 8x8 says when it tells. */
    String JAAS_SECRET = "jaas-0123456789abcdef012345";

    String METRICS_TOKEN = "only-for-tests-0123456789";
}
