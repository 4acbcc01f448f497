package health.consilium.recording.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Reason;
import health.consilium.recording.segments.FullDisk;
import health.consilium.recording.store.CloudRuns.Lost;
import health.consilium.testing.FakeProvider.Made;
import health.consilium.testing.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** R7: a film that will never be here is not asked for for ever, and whoever looks for it reads why. */
@ExtendWith(OutputCaptureExtension.class)
class LostFilmTests extends RecordedByService {
    @LocalServerPort
    private int port;

    @Autowired
    private FullDisk disk;

    @AfterEach
    void roomAgain() {
        disk.full(false);
    }

    @Test
    @DisplayName("what the service does not have any more is asked for for ten minutes, then it is said, once")
    void gone(CapturedOutput output) {
        UUID id = recorded(1_000);
        service.unknown.add(film);
        ready();
        films.fetchWhatIsReady();
        clock.advance(CloudFilms.GONE_AFTER.minusMillis(1));
        films.fetchWhatIsReady();
        assertThat(runs.ready(film)).isPresent();
        assertThat(listed(id).path("arriving").asBoolean()).isTrue();
        clock.advance(CloudFilms.AGAIN_AFTER);
        films.fetchWhatIsReady();
        assertThat(runs.ready(film)).isEmpty();
        assertThat(reasons(id)).containsExactly("GONE");
        assertThat(listed(id).path("arriving").asBoolean()).isFalse();
        clock.advance(CloudFilms.AGAIN_AFTER);
        films.fetchWhatIsReady();
        assertThat(linesOf(output, id)).hasSize(2);
    }

    @Test
    @DisplayName(
            "R4: without room nothing of a film is fetched, nobody is asked to record, and it comes once there is room")
    void noRoom() throws Exception {
        UUID id = recorded(1_000);
        disk.full(true);
        ready();
        films.fetchWhatIsReady();
        clock.advance(CloudFilms.AGAIN_AFTER);
        films.fetchWhatIsReady();
        assertThat(service.deleted).doesNotContain(film);
        assertThat(runs.ready(film)).isPresent();
        assertThat(parts(id)).isZero();
        disk.full(false);
        clock.advance(CloudFilms.AGAIN_AFTER);
        films.fetchWhatIsReady();
        assertThat(watched(id)).isEqualTo(bytes(1_000));
        assertThat(service.deleted).containsOnlyOnce(film);
    }

    @Test
    @DisplayName("without room a recording that goes on stops, as it does when a page sends a part")
    void noRoomForTheNext() {
        UUID first = recorded(1_000);
        UUID next = records();
        disk.full(true);
        ready();
        films.fetchWhatIsReady();
        assertThat(recording(next).reason()).isEqualTo(Reason.STORAGE_FULL);
        assertThat(recording(first).phase()).isEqualTo(Phase.STOPPED);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    @DisplayName(
            "what found no room for as long as parts of pages may wait is given up, deleted at the service, and said")
    void tooLate(long millis, boolean lost) {
        UUID id = recorded(1_000);
        disk.full(true);
        ready();
        clock.advance(settings.uploadWithin().plusMillis(millis));
        films.fetchWhatIsReady();
        assertThat(service.deleted.contains(film)).isEqualTo(lost);
        // Whoever was signed in a day ago is not any more.
        assertThat(runs.missing(id)).hasSize(lost ? 1 : 0).allMatch(one -> one.why() == Lost.NO_ROOM);
    }

    @Test
    @DisplayName("a film that not everybody had agreed to is named, too")
    void notAgreed() {
        clock.advance(MINUTE);
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        stop(id);
        ready(new Made(bytes(10), 10, began.minusSeconds(1), Duration.ofSeconds(30)));
        films.fetchWhatIsReady();
        assertThat(reasons(id)).containsExactly("NOT_AGREED");
    }

    /** A minute, of which this film is made; it is not told yet. */
    private UUID recorded(int size) {
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        stop(id);
        service.films.put(film, new Made(bytes(size), size, began.plusSeconds(1), Duration.ofSeconds(50)));
        return id;
    }

    private void ready() {
        ready(Objects.requireNonNull(service.films.get(film)));
    }

    private JsonNode listed(UUID id) {
        String path = "/api/v1/video-call/" + two.call().value() + "/recordings";
        for (JsonNode one :
                new Http(port).send("GET", path, two.patient().token(), null).data()) {
            if (one.path("id").asString().equals(id.toString())) {
                return one;
            }
        }
        throw new AssertionError("not listed");
    }

    private List<String> reasons(UUID id) {
        List<String> all = new ArrayList<>();
        listed(id).path("gaps").forEach(gap -> all.add(gap.path("reason").asString()));
        return all;
    }

    private static List<String> linesOf(CapturedOutput output, UUID recording) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("CloudFilms") && line.contains(recording.toString()))
                .toList();
    }
}
