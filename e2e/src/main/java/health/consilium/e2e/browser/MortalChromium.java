package health.consilium.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.PlaywrightException;
import health.consilium.e2e.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Chromium with a profile on the disk. Killed in the middle of whatever it does and started again, it has what was kept there. */
public final class MortalChromium implements AutoCloseable {
    private static final Duration DEATH = Duration.ofSeconds(10);

    private final BrowserType chromium;
    private final Path profile;
    private final BrowserType.LaunchPersistentContextOptions options;
    private @Nullable BrowserContext running;

    MortalChromium(BrowserType chromium, Path profile, BrowserType.LaunchPersistentContextOptions options) {
        this.chromium = chromium;
        this.profile = profile;
        this.options = options;
    }

    public BrowserContext start() {
        BrowserContext context = chromium.launchPersistentContext(profile, options);
        context.grantPermissions(List.of("camera", "microphone"));
        running = context;
        return context;
    }

    /** SIGKILL, to all of its processes. */
    public void kill() {
        List<ProcessHandle> all = processes();
        if (all.isEmpty()) {
            throw new IllegalStateException("no Chromium runs in " + profile);
        }
        all.forEach(ProcessHandle::destroyForcibly);
        Await.until("every process is gone", DEATH, () -> all.stream().noneMatch(ProcessHandle::isAlive));
        forget();
    }

    /** What its processes have used of the processor so far. */
    public Duration processorTime() {
        return processes().stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("--user-data-dir=" + profile))
                        .isPresent())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
    }

    private void forget() {
        BrowserContext context = running;
        running = null;
        if (context != null) {
            try {
                context.close();
            } catch (PlaywrightException gone) {
                // It was killed.
            }
        }
    }

    @Override
    public void close() {
        forget();
    }
}
