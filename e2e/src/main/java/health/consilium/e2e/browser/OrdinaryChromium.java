package health.consilium.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.BrowserType.ConnectOverCDPOptions;
import health.consilium.e2e.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Chromium as people have it: a page behind another tab is hidden, and its timers are slow. Playwright's own keeps all in front. */
public final class OrdinaryChromium implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    private final Process process;
    private final Browser browser;

    OrdinaryChromium(BrowserType chromium, Path program, Path profile, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--headless", "--remote-debugging-port=0"));
        command.add("--user-data-dir=" + profile);
        flags.stream().filter(flag -> !flag.contains("-background")).forEach(command::add);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Path door = profile.resolve("DevToolsActivePort");
            Await.until("Chromium's door", START, () -> Files.exists(door));
            String port = Files.readAllLines(door).getFirst();
            browser = chromium.connectOverCDP(
                    "http://127.0.0.1:" + port, new ConnectOverCDPOptions().setNoDefaults(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BrowserContext window() {
        return browser.contexts().getFirst();
    }

    @Override
    public void close() {
        browser.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
