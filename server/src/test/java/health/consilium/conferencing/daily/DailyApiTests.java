package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.conferencing.daily.DailyApi.Patience;
import health.consilium.conferencing.spi.Room;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.FakeDaily.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A8: no faster than Daily allows, again when it is busy, and no longer than somebody at a door would wait. */
@ExtendWith(OutputCaptureExtension.class)
class DailyApiTests extends AtDaily {
    private static final Ask LOOK = Ask.get("name its domain", "/");

    @Test
    @DisplayName("three hundred tokens in a row: Daily never finds us too fast")
    void pace() {
        Room room = open();
        for (int i = 0; i < 300; i++) {
            provider.admit(room, somebody(false));
        }
        assertThat(daily.tokens()).hasSize(300);
        assertThat(pause.nanos()).isGreaterThanOrEqualTo(Duration.ofSeconds(20).toNanos());
    }

    @Test
    @DisplayName("a clinic that closes at noon: a hundred rooms, and Daily never finds us too fast")
    void slowLane() {
        for (int i = 0; i < 100; i++) {
            provider.close(new Room("daily", "room-" + i, ""));
        }
        assertThat(daily.requests()).filteredOn(one -> one.startsWith("DELETE")).hasSize(100);
    }

    @Test
    @DisplayName("twenty doctors who all begin to record: Daily never finds us too fast")
    void startLane() {
        open();
        Room room = new Room("daily", NAME, "");
        for (int i = 0; i < 20; i++) {
            provider.start(room);
            provider.stop(room);
        }
        assertThat(daily.recordings()).hasSize(20);
    }

    @Test
    @DisplayName("whoever would have to wait longer than anybody waits is told so at once")
    void noTurn() {
        Pace pace = new Pace(new FakePause());
        for (int i = 0; i < 50; i++) {
            assertThat(pace.enter(Pace.Lane.ORDINARY, Duration.ZERO)).isTrue();
        }
        assertThat(pace.enter(Pace.Lane.ORDINARY, Duration.ofMillis(99))).isFalse();
        assertThat(pace.enter(Pace.Lane.ORDINARY, Duration.ofMillis(100))).isTrue();
    }

    @Test
    @DisplayName("busy: it is asked again after pauses that double, each somewhere in the upper half")
    void busy() {
        daily.meets(Fault.TOO_MANY, 3);
        assertThat(api.ask(LOOK).ok()).isTrue();
        assertThat(pause.millis()).containsExactly(300L, 600L, 1200L);
        pause.rests.clear();
        pause.chance = 0;
        daily.meets(Fault.TROUBLE, 3);
        assertThat(api.ask(LOOK).ok()).isTrue();
        assertThat(pause.millis()).containsExactly(150L, 300L, 600L);
    }

    @Test
    @DisplayName("busy for good: after four tries it is said that the video service cannot be reached")
    void busyForGood() {
        daily.meets(Fault.TOO_MANY, 100);
        unavailable(() -> api.ask(LOOK));
        assertThat(daily.requests()).hasSize(4);
    }

    @Test
    @DisplayName("what Daily wishes is done, when somebody would wait that long, and else nobody waits at all")
    void retryAfter() {
        daily.wishesToBeAskedAgainAfter("2");
        daily.meets(Fault.TOO_MANY, 1);
        assertThat(api.ask(LOOK).ok()).isTrue();
        assertThat(pause.millis()).containsExactly(2000L);
        daily.wishesToBeAskedAgainAfter("60");
        daily.meets(Fault.TOO_MANY, 1);
        unavailable(() -> api.ask(LOOK));
        assertThat(pause.millis()).containsExactly(2000L);
    }

    @Test
    @DisplayName("a wish that cannot be read is none")
    void strangeWish() {
        daily.wishesToBeAskedAgainAfter("Wed, 21 Oct 2030 07:28:00 GMT");
        daily.meets(Fault.TOO_MANY, 1);
        assertThat(api.ask(LOOK).ok()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ANSWER_LOST", "TROUBLE"})
    @DisplayName("what would be done twice is not sent again when nobody knows whether it was done")
    void once(Fault fault) {
        Room room = open();
        daily.requests().clear();
        daily.meets(fault, 1);
        unavailable(() -> provider.start(room));
        assertThat(daily.requests()).filteredOn(one -> one.endsWith("/start")).hasSize(1);
    }

    @Test
    @DisplayName("but is when Daily was too busy to do it")
    void onceBusy() {
        Room room = open();
        daily.meets(Fault.TOO_MANY, 1);
        provider.start(room);
        assertThat(daily.recordings()).hasSize(1);
    }

    @Test
    @DisplayName("silence is an outage after a while")
    void silence() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            thread.submit(silent::accept);
            DailyProperties there =
                    new DailyProperties(settings.apiKey(), null, null, "127.0.0.1:" + silent.getLocalPort());
            DailyApi quick = new DailyApi(there, new Patience(Duration.ofMillis(50), Duration.ofSeconds(2)), pause);
            unavailable(() -> quick.ask(LOOK));
        }
    }

    @Test
    @DisplayName("a key that was taken back is told in the log, by Daily's word, and to people as an outage")
    void noKey(CapturedOutput output) {
        daily.takesTheKeyBack();
        unavailable(this::open);
        assertThat(output.getAll()).contains("401 authentication-error");
        secretless(output);
    }

    @Test
    @DisplayName("F: whatever goes wrong, neither key nor token nor link nor room nor name stands in the log")
    void nothingSecretInTheLog(CapturedOutput output) {
        Room room = open();
        provider.admit(room, somebody(true));
        provider.start(room);
        String recording = daily.recordings().keySet().iterator().next();
        provider.stop(room);
        for (Fault fault : Fault.values()) {
            List<ThrowingCallable> steps = List.of(
                    this::open,
                    () -> provider.admit(room, somebody(true)),
                    () -> provider.whoIsIn(room),
                    () -> provider.stop(room),
                    () -> provider.fetch(recording),
                    () -> provider.delete(recording),
                    () -> provider.close(room));
            for (ThrowingCallable step : steps) {
                daily.meets(fault, 100);
                unavailable(step);
                daily.meets(fault, 0);
                pause.rest(Duration.ofSeconds(30));
            }
        }
        provider.start(open());
        provider.stop(open());
        daily.filmsAreAt("http://elsewhere.example/film");
        unavailable(() -> provider.fetch(daily.recordings().keySet().iterator().next()));
        assertThat(output.getAll()).contains("Daily could not be asked to make a room");
        secretless(output);
    }

    private static void secretless(CapturedOutput output) {
        assertThat(output.getAll())
                .doesNotContain(
                        FakeDaily.KEY, FakeDaily.SECRET, FakeDaily.TOKEN, FakeDaily.LINK_SECRET, NAME, "Dr. Test");
    }

    private static void unavailable(ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
            assertThat(problem.sentence()).isEqualTo(DailyApi.AWAY);
        });
    }
}
