package health.consilium.conferencing.daily;

import health.consilium.conferencing.daily.DailyApi.Patience;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.kernel.PageSources;
import health.consilium.kernel.PublicAddress;
import health.consilium.kernel.SecretStore;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Daily is there when its key is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("consilium.conferencing.daily.api-key")
class DailyConfiguration {
    @Bean
    DailyApi dailyApi(DailyProperties settings) {
        return new DailyApi(settings, Patience.ORDINARY, Pause.REAL);
    }

    @Bean
    DailyProvider dailyProvider(DailyApi api, DailyProperties settings, Clock clock) {
        return new DailyProvider(api, settings, clock);
    }

    @Bean
    DailySignature dailySignature(DailyProperties settings, SecretStore secrets, Clock clock) {
        return new DailySignature(DailyWebhook.secret(settings, secrets), clock);
    }

    @Bean
    DailyNews dailyNews(Clock clock) {
        return new DailyNews(clock);
    }

    /** Without a public address there is nowhere that Daily could write to. */
    @Bean
    @ConditionalOnProperty("consilium.public-url")
    DailyWebhookKeeper dailyWebhookKeeper(
            DailyApi api, DailyProperties settings, SecretStore secrets, PublicAddress address) {
        return new DailyWebhookKeeper(new DailyWebhook(api, address), DailyWebhook.secret(settings, secrets));
    }

    @Bean
    DailyFilmFinder dailyFilmFinder(DailyApi api, ProviderEvents events) {
        return new DailyFilmFinder(api, events);
    }

    /** The call itself is a script of Daily's; it asks Daily's servers where to go and talks to them. */
    @Bean
    PageSources dailyPages() {
        return new PageSources() {
            @Override
            public List<String> scripts() {
                return List.of("https://c.daily.co");
            }

            @Override
            public List<String> connects() {
                return List.of("https://*.daily.co", "wss://*.daily.co");
            }
        };
    }
}
