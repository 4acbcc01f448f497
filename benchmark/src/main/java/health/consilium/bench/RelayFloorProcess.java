package health.consilium.bench;

import health.consilium.e2e.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link RelayFloor} as a child process, with the JVM options of our server. */
final class RelayFloorProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    RelayFloorProcess() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ServerProcess.jvmOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RelayFloor.class.getName()));
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            port = Integer.parseInt(process.inputReader().readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    URI address(int pair) {
        return URI.create("ws://localhost:" + port + "/relay/" + pair);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
