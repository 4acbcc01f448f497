package health.consilium.relay;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A coturn that nobody told whom to refuse. */
record OpenRelay(Process process, int port) implements AutoCloseable {
    static final String SECRET = "of-an-open-relay";

    static OpenRelay started() {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            Path directory = Files.createTempDirectory("open-relay");
            Path config = Files.write(directory.resolve("turnserver.conf"), settings(port));
            Process process = new ProcessBuilder(
                            "turnserver",
                            "-c",
                            config.toString(),
                            "--pidfile",
                            directory.resolve("pid").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await().atMost(ARelay.UP_WITHIN).until(() -> answers(port));
            return new OpenRelay(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> settings(int port) {
        return List.of(
                "listening-port=" + port,
                "listening-ip=127.0.0.1",
                "relay-ip=127.0.0.1",
                "relay-ip=::1",
                "use-auth-secret",
                "static-auth-secret=" + SECRET,
                "realm=elsewhere",
                "no-cli",
                "no-tls",
                "no-dtls",
                "log-file=stdout");
    }

    private static boolean answers(int port) {
        try (Socket probe = new Socket("127.0.0.1", port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    String url() {
        return "turn:127.0.0.1:" + port + "?transport=tcp";
    }

    @Override
    public void close() {
        process.destroy();
    }
}
