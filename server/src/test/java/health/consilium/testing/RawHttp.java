package health.consilium.testing;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 as no library would write it. */
public final class RawHttp {
    private static final int PATIENCE_MS = 10_000;

    private RawHttp() {}

    /** @param head request line and headers; a host is added unless one stands there */
    public static Answer send(int port, String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            String host = head.contains("Host:") ? "" : "\r\nHost: 127.0.0.1:" + port;
            String close = head.contains("Connection:") ? "" : "\r\nConnection: close";
            socket.getOutputStream().write((head + host + close + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    public record Answer(String text) {
        public int status() {
            return Integer.parseInt(text.split(" ")[1]);
        }

        public @Nullable String header(String name) {
            return text.split("\r\n\r\n", 2)[0]
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }

        public String body() {
            String[] parts = text.split("\r\n\r\n", 2);
            return parts.length < 2 ? "" : parts[1];
        }
    }
}
