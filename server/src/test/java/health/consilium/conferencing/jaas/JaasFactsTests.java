package health.consilium.conferencing.jaas;

import health.consilium.conferencing.ToldFactsContract;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.conferencing.spi.RoomBook;
import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.Secret;
import health.consilium.testing.Clinic.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** By 8x8's webhooks. The server of these tests has no JaaS of its own, so what reads them is put before its desk. */
class JaasFactsTests extends ToldFactsContract {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private RoomBook book;

    @Autowired
    private ProviderEvents events;

    @TempDir
    private Path data;

    private JaasNews news;

    @Override
    protected String provider() {
        return JaasProvider.NAME;
    }

    @BeforeEach
    void whoReadsThem() {
        FilmStore films =
                new FilmStore(new DataDirectory(data), name -> Secret.of("0123456789abcdef0123456789abcdef " + name));
        news = new JaasNews(
                JaasPropertiesTests.good(), book, events, films, FilmFetchTests.fetch(1, Duration.ofMinutes(1)), clock);
    }

    @Override
    protected Runnable coming(Person who, String stay) {
        return notice("PARTICIPANT_JOINED", who, stay);
    }

    @Override
    protected Runnable going(Person who, String stay) {
        return notice("PARTICIPANT_LEFT", who, stay);
    }

    private Runnable notice(String type, Person who, String stay) {
        String notice = """
                {"idempotencyKey":"%s","customerId":"c","appId":"%s","eventType":"%s","sessionId":"s","timestamp":%d,
                 "fqn":"%s/%s","data":{"id":"%s","participantId":"%s"}}""".formatted(
                        UUID.randomUUID(),
                        JaasPropertiesTests.TENANT,
                        type,
                        clock.instant().toEpochMilli(),
                        JaasPropertiesTests.TENANT,
                        room,
                        who.id(),
                        stay);
        return () -> news.take(JSON.readTree(notice));
    }
}
