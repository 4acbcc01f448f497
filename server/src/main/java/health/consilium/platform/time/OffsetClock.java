package health.consilium.platform.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The computer's clock plus as many milliseconds as a file says, so that a rehearsal can move time while we run. */
final class OffsetClock extends Clock {
    private static final Duration REREAD_AFTER = Duration.ofMillis(50);

    private final Clock base;
    private final Path file;
    private volatile Reading reading = new Reading(Instant.MIN, Duration.ZERO);

    OffsetClock(Clock base, Path file) {
        this.base = base;
        this.file = file;
    }

    private record Reading(Instant at, Duration offset) {}

    @Override
    public Instant instant() {
        Instant now = base.instant();
        // Looked at once: another thread may put an older reading in its place at any moment.
        Reading current = reading;
        if (current.at == Instant.MIN || current.at.plus(REREAD_AFTER).isBefore(now)) {
            current = new Reading(now, read(current.offset));
            reading = current;
        }
        return now.plus(current.offset);
    }

    private Duration read(Duration otherwise) {
        try {
            return Duration.ofMillis(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException unreadable) {
            return otherwise;
        }
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new OffsetClock(base.withZone(zone), file);
    }
}
