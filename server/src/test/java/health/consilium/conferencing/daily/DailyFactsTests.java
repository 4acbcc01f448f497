package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.ToldFactsContract;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.FakeDaily;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** By signed webhooks; whoever looks who is in sees the same. */
class DailyFactsTests extends ToldFactsContract {
    @Autowired
    private FakeDaily daily;

    @Autowired
    private DailyProvider provider;

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
    protected Runnable coming(Person who, String stay) {
        daily.isIn(room, who.id().value().toString(), stay, clock.instant().toString());
        return told(tells().joined(who, stay, room));
    }

    @Override
    protected Runnable going(Person who, String stay) {
        daily.present(room).removeIf(one -> one.path("id").asString("").equals(stay));
        return told(tells().left(who, stay, room));
    }

    private Runnable told(String event) {
        return () -> assertThat(tells().tell(event).status()).isEqualTo(200);
    }

    private DailyTells tells() {
        return new DailyTells(port, daily, clock);
    }
}
