package health.consilium.recording.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.conferencing.jaas.FilmsOnTheirWay;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A8, R1: what 8x8 recorded, from its notice at the door of the product to the recording that is watched. */
@ExtendWith(OutputCaptureExtension.class)
class JaasFilmTests extends RecordedByService {
    private final String session = UUID.randomUUID().toString();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private FilmsOnTheirWay onTheirWay;

    @BeforeEach
    void byJaas() {
        onTheirWay = new FilmsOnTheirWay(context);
        jdbc.sql("update conferencing_room set provider = 'jaas' where consultation = ?")
                .param(two.call().value())
                .update();
    }

    @Test
    @DisplayName(
            "A8, R1: a film that was told of becomes the clinic's recording, and is nowhere else; told again, it stays so")
    void comesHome() throws Exception {
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        stop(id);
        byte[] made = bytes(1_300_000);
        Instant from = began.plusSeconds(2);
        String name = onTheirWay.lies(two.call().value(), session, from, Duration.ofSeconds(58), made);
        String notice = uploaded("https://films.8x8.vc/f?sig=very-secret-link", from);
        assertThat(tell(notice).data().path("news").asBoolean()).isTrue();
        await().untilAsserted(() -> {
            films.fetchWhatIsReady();
            assertThat(parts(id)).isPositive();
            assertThat(progress.arriving(recording(id))).isFalse();
            assertThat(onTheirWay.isThere(name)).isFalse();
        });
        assertThat(watched(id)).isEqualTo(made);
        int parts = parts(id);
        assertThat(tell(notice).data().path("news").asBoolean()).isFalse();
        films.fetchWhatIsReady();
        assertThat(parts(id)).isEqualTo(parts);
    }

    @Test
    @DisplayName(
            "A8: a film from anywhere but 8x8's own hosts by TLS is not fetched, and its link is in no answer and no log")
    void fromElsewhere(CapturedOutput output) {
        for (String link : new String[] {
            "https://127.0.0.1:" + port + "/very-secret-link",
            "http://films.8x8.vc/very-secret-link",
            "https://films.8x8.vc.example/very-secret-link"
        }) {
            Http.Answer refused = tell(uploaded(link, clock.instant()));
            assertThat(refused.code()).isEqualTo("PROVIDER_UNAVAILABLE");
            assertThat(refused.body().toString()).doesNotContain("very-secret-link");
        }
        assertThat(output.getAll()).doesNotContain("very-secret-link");
    }

    private String uploaded(String link, Instant from) {
        return """
                {"idempotencyKey":"%s","customerId":"c","appId":"%s","eventType":"RECORDING_UPLOADED","sessionId":"s",
                 "timestamp":%d,"fqn":"%s/%s","data":{"recordingSessionId":"%s","preAuthenticatedLink":"%s",
                 "startTimestamp":%d,"endTimestamp":%d,"initiatorId":"x"}}""".formatted(
                        session,
                        ServerTest.JAAS_TENANT,
                        clock.instant().toEpochMilli(),
                        ServerTest.JAAS_TENANT,
                        room,
                        session,
                        link,
                        from.toEpochMilli(),
                        from.plusSeconds(58).toEpochMilli());
    }

    private Http.Answer tell(String notice) {
        Http http = new Http(port);
        return http.send(http.request("POST", "/api/v1/conferencing/jaas/webhook", notice)
                .header("Authorization", ServerTest.JAAS_SECRET)
                .build());
    }
}
