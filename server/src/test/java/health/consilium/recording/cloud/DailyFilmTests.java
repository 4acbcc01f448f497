package health.consilium.recording.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.conferencing.Providers;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.consultation.ConsultationView;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.Http;
import health.consilium.testing.RecordedCalls;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A8, R1: what Daily recorded, from the last yes by its notice at the door of the product to the recording that is watched. */
class DailyFilmTests extends RecordedByService {
    @LocalServerPort
    private int port;

    @Autowired
    private FakeDaily daily;

    @Autowired
    private Providers providers;

    /** Everybody's yes comes late in a second, of which Daily says only which one it was. */
    @BeforeEach
    void byDaily() {
        clock.advance(Duration.ofNanos(1_900_000_000L - clock.instant().getNano()));
        ConsultationView view = consultations.find(two.call()).orElseThrow();
        providers
                .named("daily")
                .open(new RoomRequest(
                        room, two.call().value(), view.appointment().value(), view.opensAt(), view.endsAt(), 2));
        jdbc.sql("update conferencing_room set provider = 'daily' where consultation = ?")
                .param(two.call().value())
                .update();
    }

    @Test
    @DisplayName(
            "A8, R1: Daily records from the last yes on; what it made is the clinic's recording, and is deleted there")
    void comesHome() throws Exception {
        UUID id = recordings
                .request(two.call(), two.doctor().id(), RecordedCalls.READ)
                .id();
        assertThat(recorded()).isEmpty();
        recordings.answer(id, two.call(), two.patient().id(), true, RecordedCalls.READ);
        await().untilAsserted(() -> assertThat(recorded()).hasSize(1));
        String name = recorded().getFirst();
        clock.advance(MINUTE);
        stop(id);
        String notice = notice(name);
        assertThat(tell(notice, "forged").code()).isEqualTo("SIGNATURE_REFUSED");
        assertThat(tell(notice, FakeDaily.SECRET).status()).isEqualTo(200);
        await().untilAsserted(() -> {
            films.fetchWhatIsReady();
            assertThat(parts(id)).isPositive();
            assertThat(progress.arriving(recording(id))).isFalse();
            assertThat(recorded()).isEmpty();
        });
        assertThat(watched(id)).isEqualTo(daily.film());
        assertThat(tell(notice, FakeDaily.SECRET).status()).isEqualTo(200);
        assertThat(parts(id)).isEqualTo(1);
        assertThat(daily.faults()).isEmpty();
    }

    @Test
    @DisplayName("R1: what began in the second before is not kept, and deleted there all the same")
    void secondBefore() {
        UUID id = records();
        await().untilAsserted(() -> assertThat(recorded()).hasSize(1));
        String name = recorded().getFirst();
        clock.advance(MINUTE);
        stop(id);
        ObjectNode there = Objects.requireNonNull(daily.recordings().get(name));
        there.put("start_ts", there.path("start_ts").asLong() - 1);
        assertThat(tell(notice(name), FakeDaily.SECRET).status()).isEqualTo(200);
        await().untilAsserted(() -> {
            films.fetchWhatIsReady();
            assertThat(recorded()).isEmpty();
        });
        assertThat(parts(id)).isZero();
    }

    private String notice(String name) {
        return daily.event(
                "recording.ready-to-download",
                clock.instant().getEpochSecond(),
                JsonMapper.shared()
                        .createObjectNode()
                        .put("type", "cloud")
                        .put("recording_id", name)
                        .put("room_name", room));
    }

    /** Of this room, at Daily. */
    private List<String> recorded() {
        return daily.recordings().values().stream()
                .filter(one -> Objects.equals(one.path("room_name").asString(""), room))
                .map(one -> one.path("id").asString())
                .toList();
    }

    private Http.Answer tell(String notice, String secret) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        String signature = secret.equals(FakeDaily.SECRET) ? FakeDaily.signature(timestamp, notice, secret) : secret;
        Http http = new Http(port);
        return http.send(http.request("POST", "/api/v1/conferencing/daily/webhook", notice)
                .header("X-Webhook-Timestamp", timestamp)
                .header("X-Webhook-Signature", signature)
                .build());
    }
}
