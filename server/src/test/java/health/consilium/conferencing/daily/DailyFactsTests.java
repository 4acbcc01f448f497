package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.FactsContract;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.FakeDaily;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** By signed webhooks; whoever looks who is in sees the same. */
class DailyFactsTests extends FactsContract {
    @Autowired
    private FakeDaily daily;

    @Autowired
    private DailyProvider provider;

    private final Map<String, String> told = new HashMap<>();

    @Override
    protected String provider() {
        return DailyProvider.NAME;
    }

    @BeforeEach
    void aRoomThere() {
        provider.open(request());
    }

    @AfterEach
    void dailyWasAskedProperly() {
        assertThat(daily.faults()).isEmpty();
    }

    @Override
    protected void tellsOfComing(Person who, String stay) {
        tells().tell(told.computeIfAbsent("in " + stay, first -> {
            daily.isIn(room, who.id().value().toString(), stay, clock.instant().toString());
            return tells().joined(who, stay, room);
        }));
    }

    @Override
    protected void tellsOfGoing(Person who, String stay) {
        tells().tell(told.computeIfAbsent("out " + stay, first -> {
            daily.present(room).removeIf(one -> one.path("id").asString("").equals(stay));
            return tells().left(who, stay, room);
        }));
    }

    private DailyTells tells() {
        return new DailyTells(port, daily, clock);
    }
}
