package health.consilium.testing;

import health.consilium.conferencing.jitsi.token.Forge;
import health.consilium.platform.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context a database, a data directory, a clock, a Stripe and a Daily of its own. */
final class ServerTestContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        EmbeddedPostgres postgres = TestDatabase.postgres();
        String database = TestDatabase.fresh();
        MutableClock clock = new MutableClock(Instant.parse("2030-01-07T09:00:00Z"));
        StripeStandIn stripe = new StripeStandIn(clock);
        FakeDaily daily = new FakeDaily(clock);
        TestPropertyValues.of(
                        "consilium.conferencing.daily.rehearsal=" + daily.authority(),
                        "consilium.payment.stripe.rehearsal=" + stripe.authority(),
                        "consilium.conferencing.jaas.private-key=" + Forge.pem(),
                        "consilium.database.url=" + postgres.jdbcUrl(database),
                        "consilium.database.user=" + postgres.user(),
                        "consilium.database.password=" + postgres.password().reveal(),
                        "consilium.data.directory=" + Path.of("target", "test-data", database))
                .applyTo(context);
        context.getBeanFactory().registerSingleton("clock", clock);
        context.getBeanFactory().registerSingleton("stripe", stripe);
        context.getBeanFactory().registerSingleton("daily", daily);
    }
}
