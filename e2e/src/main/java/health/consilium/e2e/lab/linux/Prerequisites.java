package health.consilium.e2e.lab.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a computer must have for a network of its own. */
public final class Prerequisites {
    /** Making namespaces and interfaces, and entering them. */
    private static final long CAP_NET_ADMIN = 1L << 12;

    private static final long CAP_SYS_ADMIN = 1L << 21;

    private Prerequisites() {}

    /** One line that says what is missing and what to do. */
    public static Optional<String> missing() {
        return Stream.of(
                        unless(Files.exists(Path.of("/proc/self/ns/net")), "it needs Linux"),
                        unless(mayMakeNetworks(), "it needs root; see docs/media-lab.md for a way without"),
                        unless(Files.isWritable(Path.of(Tun.DEVICE)), Tun.DEVICE + " cannot be opened (modprobe tun)"),
                        unless(found("ip"), "the program ip is missing (apt-get install iproute2)"),
                        unless(found("nsenter"), "the program nsenter is missing (apt-get install util-linux)"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(reason -> "The network lab cannot be used: " + reason + ".");
    }

    private static Optional<String> unless(boolean fine, String reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }

    private static boolean mayMakeNetworks() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            long capabilities = status.filter(line -> line.startsWith("CapEff:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .findFirst()
                    .orElse(0L);
            return (capabilities & CAP_NET_ADMIN) != 0 && (capabilities & CAP_SYS_ADMIN) != 0;
        } catch (java.io.IOException notLinux) {
            return false;
        }
    }

    private static boolean found(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
