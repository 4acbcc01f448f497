package health.consilium.platform.check;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import health.consilium.platform.config.ConsiliumProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command {@code backup} notes when it was last done, in {@code backup/last} below the data directory. */
@Component
class BackupCheck implements SetupCheck {
    private static final Duration OLD = Duration.ofDays(2);

    private final DataDirectory data;
    private final ConsiliumProperties installation;
    private final Clock clock;

    BackupCheck(DataDirectory data, ConsiliumProperties installation, Clock clock) {
        this.data = data;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Found look() throws IOException {
        Path last = data.directory("backup").resolve("last");
        Instant at = Files.exists(last) ? Instant.parse(Files.readString(last).strip()) : null;
        if (at == null && installation.demo()) {
            return Found.of(SetupFinding.BACKUP_DEMO);
        }
        return judge(at, clock.instant());
    }

    static Found judge(@Nullable Instant last, Instant now) {
        if (last == null) {
            return Found.of(SetupFinding.BACKUP_NONE);
        }
        boolean old = last.plus(OLD).isBefore(now);
        return Found.of(old ? SetupFinding.BACKUP_OLD : SetupFinding.BACKUP_LAST, "at", last);
    }
}
