package health.consilium.e2e.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the made-up camera shows and the made-up microphone hears, made once by ffmpeg and espeak-ng. */
public final class MediaFiles {
    private static final Path FOLDER = Path.of(System.getProperty("consilium.e2e.media", "target/media"));

    /** Frames a second: fewer where no picture has to be in time, for whoever shares the computer. */
    public static final int RATE = Integer.getInteger("consilium.e2e.camera", 30);

    private MediaFiles() {}

    /** A picture as raw video. */
    public static Path camera(Actor actor) {
        return made(actor.name().toLowerCase(Locale.ROOT) + "-" + RATE + ".y4m", file -> {
            List<String> command = new ArrayList<>(List.of("ffmpeg", "-loglevel", "error", "-y"));
            command.addAll(actor.pictureSource(FOLDER.toAbsolutePath()));
            command.addAll(List.of("-t", "6", "-r", String.valueOf(RATE), "-pix_fmt", "yuv420p", file.toString()));
            run(command);
        });
    }

    /** A voice without pauses, or marker tones; 48 kHz stereo. */
    public static Path microphone(Actor actor) {
        String words = actor.words();
        return made(actor.name().toLowerCase(Locale.ROOT) + ".wav", file -> {
            if (words == null) {
                MarkerTones.writeTo(file);
                return;
            }
            Path spoken = file.resolveSibling("spoken-" + file.getFileName());
            run(List.of("espeak-ng", "-s", "150", "-w", spoken.toString(), words));
            run(List.of(
                    "ffmpeg",
                    "-loglevel",
                    "error",
                    "-y",
                    "-i",
                    spoken.toString(),
                    "-ar",
                    "48000",
                    "-ac",
                    "2",
                    file.toString()));
        });
    }

    private interface Maker {
        void make(Path file);
    }

    private static Path made(String name, Maker maker) {
        Path file = FOLDER.resolve(name).toAbsolutePath();
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(ProcessHandle.current().pid() + "-" + name);
            maker.make(fresh);
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command.getFirst() + " is needed to make test media", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
