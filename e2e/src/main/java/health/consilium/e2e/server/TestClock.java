package health.consilium.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The server's time: the computer's, moved by as much as a file says. */
public final class TestClock {
    /** The server looks at the file at most every 50 ms: from then on its time is the moved one. */
    private static final Duration UNTIL_READ = Duration.ofMillis(70);

    private final Path file;
    private Duration offset = Duration.ZERO;

    TestClock(Path file) {
        this.file = file;
        write();
    }

    Path file() {
        return file;
    }

    public Instant now() {
        return Instant.now().plus(offset);
    }

    public void moveTo(Instant instant) {
        offset = Duration.between(Instant.now(), instant);
        write();
    }

    public void advance(Duration by) {
        offset = offset.plus(by);
        write();
    }

    private void write() {
        try {
            Path fresh = Files.writeString(file.resolveSibling("clock.next"), String.valueOf(offset.toMillis()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            LockSupport.parkNanos(UNTIL_READ.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
