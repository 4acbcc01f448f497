package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.daily.DailyApi.Patience;
import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.kernel.Secret;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The adapter and a Daily that takes it at its word. */
abstract class AtDaily {
    static final Instant NOW = Instant.parse("2030-01-07T10:00:00Z");
    static final Instant OPENS = NOW.minus(Duration.ofMinutes(10));
    static final Instant ENDS = NOW.plus(Duration.ofMinutes(20));
    static final String NAME = "room-0123456789abcdef0123456789abcdef01234567";

    final MutableClock clock;
    final FakePause pause = new FakePause();
    final FakeDaily daily;
    final DailyProperties settings;
    final DailyApi api;
    final DailyProvider provider;

    AtDaily() {
        this(NOW);
    }

    AtDaily(Instant now) {
        clock = new MutableClock(now);
        daily = new FakeDaily(clock, pause::nanos);
        settings = settings(FakeDaily.KEY, null);
        api = new DailyApi(settings, Patience.ORDINARY, pause);
        provider = new DailyProvider(api, settings, clock);
    }

    final DailyProperties settings(String key, @Nullable String domain) {
        return new DailyProperties(Secret.of(key), domain, Secret.of(FakeDaily.SECRET), daily.authority());
    }

    /** Each request was one that Daily's schema describes, and came no faster than Daily allows. */
    @AfterEach
    final void dailyWasAskedProperly() {
        daily.stop();
        assertThat(daily.faults()).isEmpty();
    }

    static RoomRequest request(Instant ends) {
        return new RoomRequest(
                NAME, UUID.nameUUIDFromBytes(new byte[1]), UUID.nameUUIDFromBytes(new byte[2]), OPENS, ends, 2);
    }

    final Room open() {
        return provider.open(request(ENDS));
    }

    static Admission somebody(boolean owner) {
        return new Admission(UUID.randomUUID(), owner ? "Dr. Test" : "Test Person", owner, OPENS, ENDS).recording(true);
    }
}
