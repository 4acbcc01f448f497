package health.consilium.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A small disk in memory, mounted over a folder. */
public record Tmpfs(Path folder) implements AutoCloseable {
    /** @param options as mount(8) takes them, for example {@code size=8m} */
    public static Tmpfs at(Path folder, String options) throws IOException {
        ran("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
        return new Tmpfs(folder);
    }

    @Override
    public void close() throws IOException {
        ran("umount", folder.toString());
    }

    private static void ran(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }
}
