package health.consilium.e2e.browser;

import health.consilium.e2e.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A speaker that nobody hears. Without any, Firefox keeps a page's sound asleep. */
final class SoundDevice implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);

    private final Path folder;
    private final Process process;

    SoundDevice() {
        try {
            folder = Files.createTempDirectory("sound");
            // Nothing of the computer's own settings or devices, and no system bus.
            ProcessBuilder pulse = new ProcessBuilder(List.of(
                            "pulseaudio",
                            "-n",
                            "--daemonize=no",
                            "--exit-idle-time=-1",
                            "--use-pid-file=no",
                            "--disallow-exit",
                            "-L",
                            "module-null-sink",
                            "-L",
                            "module-native-protocol-unix auth-anonymous=1 socket=" + socket()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            pulse.environment().put("HOME", folder.toString());
            pulse.environment().put("XDG_RUNTIME_DIR", folder.toString());
            process = pulse.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until("the sound device", START, () -> Files.exists(socket()));
    }

    private Path socket() {
        return folder.resolve("native");
    }

    /** What a program has to know to find it. */
    String server() {
        return "unix:" + socket();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
