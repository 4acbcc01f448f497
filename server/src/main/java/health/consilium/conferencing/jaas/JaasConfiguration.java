package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.JitsiSources;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.conferencing.spi.RoomBook;
import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SecretStore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** JaaS is there when its AppID is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("consilium.conferencing.jaas.app-id")
class JaasConfiguration {
    /** Six hours of a picture in high definition, which is the longest that 8x8 records. */
    private static final long LARGEST_FILM = 12L * 1024 * 1024 * 1024;

    private static final Duration LONGEST_FETCH = Duration.ofHours(1);

    /** The right to record is given only where the clinic lets the provider record, too. */
    @Bean
    ConferencingProvider jaasProvider(
            JaasProperties settings,
            FilmStore jaasFilms,
            Clock clock,
            @Value("${consilium.recording.capture:page}") String capture) {
        boolean records = settings.recording() && capture.equalsIgnoreCase("provider");
        JaasProvider calls = new JaasProvider(settings, records, clock);
        return settings.recording() ? new JaasRecordingProvider(calls, jaasFilms) : calls;
    }

    @Bean
    JitsiSources jaasSources(JaasProperties settings) {
        return new JitsiSources(settings.base());
    }

    @Bean
    FilmStore jaasFilms(DataDirectory data, SecretStore secrets) {
        return new FilmStore(data, secrets);
    }

    @Bean
    FilmFetch jaasFilmFetch(JaasProperties settings) {
        FilmLinks links = new FilmLinks(settings.recordingHosts());
        return new FilmFetch(links::accepted, links, LARGEST_FILM, LONGEST_FETCH);
    }

    @Bean
    JaasFilmData jaasFilmData(FilmStore jaasFilms) {
        return new JaasFilmData(jaasFilms);
    }

    @Bean
    JaasNews jaasNews(
            JaasProperties settings,
            RoomBook book,
            ProviderEvents events,
            FilmStore jaasFilms,
            FilmFetch jaasFilmFetch,
            Clock clock) {
        return new JaasNews(settings, book, events, jaasFilms, jaasFilmFetch, clock);
    }
}
