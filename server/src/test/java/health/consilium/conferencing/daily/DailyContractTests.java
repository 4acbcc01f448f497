package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.ConferencingContract;
import health.consilium.conferencing.daily.DailyApi.Patience;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.kernel.Secret;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.FakeDaily.Fault;
import health.consilium.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class DailyContractTests extends ConferencingContract {
    private final MutableClock clock = new MutableClock(OPENS.plus(Duration.ofMinutes(10)));
    private final FakePause pause = new FakePause();
    private final FakeDaily daily = new FakeDaily(clock, pause::nanos);
    private final DailyProperties settings =
            new DailyProperties(Secret.of(FakeDaily.KEY), null, Secret.of(FakeDaily.SECRET), daily.authority());
    private final DailyProvider provider =
            new DailyProvider(new DailyApi(settings, Patience.ORDINARY, pause), settings, clock);

    @AfterEach
    void dailyWasAskedProperly() {
        daily.stop();
        assertThat(daily.faults()).isEmpty();
    }

    @Override
    protected ConferencingProvider provider() {
        return provider;
    }

    @Override
    protected void outage() {
        daily.meets(Fault.NO_LINE, Integer.MAX_VALUE);
    }

    @Override
    protected boolean needsNobody() {
        return false;
    }

    @Override
    protected List<String> secrets() {
        return List.of(FakeDaily.KEY, FakeDaily.SECRET, FakeDaily.TOKEN);
    }
}
