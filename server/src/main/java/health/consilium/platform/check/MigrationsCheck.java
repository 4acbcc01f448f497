package health.consilium.platform.check;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.stereotype.Component;

/** The tables are those of this version of the program. */
@Component
class MigrationsCheck implements SetupCheck {
    private final DataSource database;

    MigrationsCheck(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public Found look() {
        MigrationInfoService all = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .info();
        long unknown = Arrays.stream(all.applied())
                .filter(one -> one.getState().name().startsWith("FUTURE")
                        || one.getState().name().startsWith("MISSING"))
                .count();
        if (unknown > 0) {
            return Found.of(SetupFinding.MIGRATIONS_NEWER);
        }
        return all.pending().length == 0
                ? Found.of(SetupFinding.MIGRATIONS_APPLIED, "number", all.applied().length)
                : Found.of(SetupFinding.MIGRATIONS_WAIT, "number", all.pending().length);
    }
}
