package health.consilium.conferencing.daily;

import health.consilium.conferencing.ConferencingContract;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.FakeDaily.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

class DailyContractTests extends ConferencingContract {
    private final AtDaily at = new AtDaily(OPENS.plus(Duration.ofMinutes(10))) {};
    private final FakeDaily daily = at.daily;

    @AfterEach
    void dailyWasAskedProperly() {
        at.dailyWasAskedProperly();
    }

    @Override
    protected ConferencingProvider provider() {
        return at.provider;
    }

    @Override
    protected void outage() {
        daily.meets(Fault.NO_LINE, Integer.MAX_VALUE);
    }

    @Override
    protected void backAgain() {
        daily.meets(Fault.NO_LINE, 0);
    }

    @Override
    protected Opens opens(JoinGrant grant) {
        JsonNode token = daily.tokens().getLast();
        return new Opens(
                token.path("room_name").asString(),
                token.path("user_id").asString(),
                token.path("is_owner").asBoolean(),
                token.has("enable_recording"),
                Instant.ofEpochSecond(token.path("exp").asLong()));
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
