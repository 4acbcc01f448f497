package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.conferencing.spi.CloudRecording.Film;
import health.consilium.conferencing.spi.Room;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.FakeDaily.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row H5: what Daily records: begun, stopped, fetched by a link that lives for a moment, and deleted there. */
class DailyRecordingTests extends AtDaily {
    private Room room = new Room("", "", "");

    @BeforeEach
    void aRoom() {
        room = open();
    }

    @Test
    @DisplayName("recorded, stopped, fetched whole, deleted; deleted again is success, and fetched again is not found")
    void wholeLife() throws IOException {
        provider.start(room);
        String id = recording();
        assertThat(status(id)).isEqualTo("in-progress");
        provider.stop(room);
        Film film = provider.fetch(id);
        try (var bytes = film.bytes()) {
            assertThat(bytes.readAllBytes()).isEqualTo(daily.film());
        }
        assertThat(film.length()).isEqualTo(daily.film().length);
        assertThat(film.type()).isEqualTo("video/mp4");
        assertThat(film.startedAt()).isEqualTo(NOW);
        assertThat(film.duration()).isEqualTo(Duration.ofMinutes(1));
        provider.delete(id);
        provider.delete(id);
        assertThat(daily.recordings()).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> provider.fetch(id));
    }

    @Test
    @DisplayName("stopping what does not run is success, and Daily is believed only when it shows that nothing runs")
    void stopping() {
        provider.stop(room);
        assertThat(daily.requests()).endsWith("POST /rooms/" + NAME + "/recordings/stop", "GET /recordings");
        provider.close(room);
        provider.stop(room);
    }

    @Test
    @DisplayName("Daily refuses to stop, and something is recorded still: that is an outage, not a success")
    void stillRecording() {
        provider.start(room);
        String id = recording();
        daily.meets(Fault.TROUBLE, 4);
        refused(ErrorCode.PROVIDER_UNAVAILABLE, () -> provider.stop(room));
        assertThat(status(id)).isEqualTo("in-progress");
        daily.refusesToStop();
        refused(ErrorCode.PROVIDER_UNAVAILABLE, () -> provider.stop(room));
    }

    @Test
    @DisplayName("told twice to record, it records once; where Daily refuses and records nothing, that is told")
    void startedTwice() {
        provider.start(room);
        provider.start(room);
        assertThat(daily.recordings()).hasSize(1);
        provider.close(room);
        refused(ErrorCode.PROVIDER_UNAVAILABLE, () -> provider.start(room));
    }

    @Test
    @DisplayName(
            "whether Daily heard the wish to record is not known: it is taken back, and nothing runs that nobody counts on")
    void takenBack() {
        daily.meets(Fault.ANSWER_LOST, 1);
        refused(ErrorCode.PROVIDER_UNAVAILABLE, () -> provider.start(room));
        assertThat(status(recording())).isEqualTo("finished");
    }

    @Test
    @DisplayName("what still runs is fetched later")
    void notFinished() {
        provider.start(room);
        refused(ErrorCode.PROVIDER_UNAVAILABLE, () -> provider.fetch(recording()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://daily-recordings.example/film",
                "https://key@daily-recordings.example/film",
                "file:///etc/passwd",
                "//daily-recordings.example/film",
                "not a link"
            })
    @DisplayName("a link that is not https is not followed")
    void links(String link) {
        recorded();
        daily.filmsAreAt(link);
        refused(ErrorCode.PROVIDER_UNAVAILABLE, () -> provider.fetch(recording()));
    }

    @Test
    @DisplayName("a link that is over brings no film")
    void linkOver() {
        recorded();
        daily.filmsAreAt("http://" + daily.authority() + "/gone");
        refused(ErrorCode.PROVIDER_UNAVAILABLE, () -> provider.fetch(recording()));
    }

    private void recorded() {
        provider.start(room);
        provider.stop(room);
    }

    private String status(String id) {
        return Objects.requireNonNull(daily.recordings().get(id)).path("status").asString();
    }

    private String recording() {
        return daily.recordings().keySet().iterator().next();
    }

    private static void refused(ErrorCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
