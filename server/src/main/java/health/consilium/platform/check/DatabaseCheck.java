package health.consilium.platform.check;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** The database answers, and is one that we know. */
@Component
class DatabaseCheck implements SetupCheck {
    private static final int OLDEST = 15;

    private final DataSource database;

    DatabaseCheck(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Found look() throws SQLException {
        try (Connection connection = database.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            return Found.of(
                    version < OLDEST ? SetupFinding.DATABASE_OLD : SetupFinding.DATABASE_ANSWERS, "version", version);
        }
    }
}
