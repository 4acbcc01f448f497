package health.consilium.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole server on a random port, on a fresh database, with a {@link MutableClock} that stands at 2030-01-07T09:00Z. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "consilium.relay.enabled=false",
            "consilium.mode=demo",
            "consilium.demo.seed=false",
            "consilium.identity.metrics-token=" + ServerTest.METRICS_TOKEN
        })
@ContextConfiguration(initializers = ServerTestContext.class)
@Import({Clinic.class, FakeProvider.class, QuickPasswords.class, RecordedCalls.class})
public @interface ServerTest {
    String METRICS_TOKEN = "only-for-tests-0123456789";
}
