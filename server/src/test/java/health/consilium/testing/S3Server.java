package health.consilium.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A real S3-compatible server (S3Proxy) as a program of its own: it checks signatures and checksums, knows conditional
 * writes, and keeps an object as a file, so that a test can look at it, damage it, and kill the server.
 */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "recordings";
    public static final String ACCESS_KEY = "clinic";
    public static final String SECRET_KEY = "only-for-tests-0123456789";

    private static final Path PROGRAM = Path.of("target", "s3proxy.jar");

    private final Path home;
    private final int port;
    private Process process;

    private S3Server(Path home) throws IOException {
        this.home = home;
        this.port = freePort();
        Files.createDirectories(bucket());
        Files.write(
                home.resolve("s3proxy.conf"),
                List.of(
                        "s3proxy.endpoint=" + endpoint(),
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + home.resolve("objects").toAbsolutePath()));
        this.process = started();
    }

    public static S3Server start(Path home) {
        try {
            return new S3Server(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where the objects lie as files. */
    public Path bucket() {
        return home.resolve("objects").resolve(BUCKET);
    }

    public void kill() {
        try {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void startAgain() {
        try {
            process = started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process started() throws IOException {
        Process fresh = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        PROGRAM.toAbsolutePath().toString(),
                        "--properties",
                        home.resolve("s3proxy.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("s3proxy.log").toFile())
                .start();
        Awaitility.await("the S3-compatible server")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(this::answers);
        return fresh;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
