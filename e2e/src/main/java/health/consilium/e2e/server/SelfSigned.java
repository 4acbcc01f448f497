package health.consilium.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The certificate that {@code ./run --https} makes. The tests' Chromium believes it; browsers of people do not. */
public final class SelfSigned {
    private static final Path FOLDER = Path.of("target", "tls").toAbsolutePath();

    private SelfSigned() {}

    /** Settings of a rehearsal whose relay also speaks TLS. */
    public static Map<String, String> relay() {
        make();
        return Map.of(
                "consilium.relay.listen-addresses", "127.0.0.1",
                "consilium.relay.allowed-peers", "127.0.0.1",
                "consilium.relay.certificate", FOLDER.resolve("certificate.pem").toString(),
                "consilium.relay.private-key", FOLDER.resolve("key.pem").toString(),
                "consilium.relay.offer-self-signed", "true");
    }

    private static void make() {
        try {
            Process script = new ProcessBuilder("../scripts/self-signed", FOLDER.toString())
                    .inheritIO()
                    .start();
            if (script.waitFor() != 0) {
                throw new IllegalStateException("scripts/self-signed failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
