package health.consilium.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Certificates as an authority issues them and as one makes them for oneself, by openssl. */
public final class Certificates {
    private Certificates() {}

    /** A certificate and its key, both PEM. */
    public record Pair(Path certificate, Path key) {}

    /** @param names as in a subject alternative name, for example DNS:turn.clinic.example,IP:127.0.0.1 */
    public static Pair selfSigned(String names) {
        return make("relay", names, List.of());
    }

    /** Vouched for by an authority of its own. */
    public static Pair issued(String names) {
        Pair authority = make("authority", "DNS:authority.example", List.of());
        return make(
                "relay",
                names,
                List.of(
                        "-CA", authority.certificate().toString(),
                        "-CAkey", authority.key().toString()));
    }

    private static Pair make(String name, String names, List<String> more) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "certificates")), name);
            Pair pair = new Pair(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
            List<String> command = new ArrayList<>(List.of("openssl", "req", "-x509", "-newkey", "ec", "-nodes"));
            command.addAll(List.of("-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "30", "-subj", "/CN=" + name));
            command.addAll(List.of("-addext", "subjectAltName=" + names));
            command.addAll(List.of(
                    "-keyout", pair.key().toString(),
                    "-out", pair.certificate().toString()));
            command.addAll(more);
            Process openssl = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            if (openssl.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            }
            return pair;
        } catch (IOException e) {
            throw new UncheckedIOException("openssl is needed to make test certificates", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
