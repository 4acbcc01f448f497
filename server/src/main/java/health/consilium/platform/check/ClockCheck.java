package health.consilium.platform.check;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Who may enter when depends on the clock: this machine's and the database's agree. */
@Component
class ClockCheck implements SetupCheck {
    private static final Duration MUCH = Duration.ofSeconds(5);

    private final DataSource database;
    private final Clock clock;

    ClockCheck(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Found look() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return judge(clock.instant(), row.getObject(1, OffsetDateTime.class).toInstant());
        }
    }

    static Found judge(Instant here, Instant there) {
        Duration apart = Duration.between(here, there).abs();
        return apart.compareTo(MUCH) > 0
                ? Found.of(SetupFinding.CLOCK_APART, "seconds", apart.toSeconds())
                : Found.of(SetupFinding.CLOCK_AGREES);
    }
}
