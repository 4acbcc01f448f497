package health.consilium.recording.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.kernel.DataDirectory;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** F11: one upload in five fails, each in another way; the page tries again until it is told that the part is stored. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class UploadFaultTests {
    private static final int PARTS = 100;
    private static final int PART = 60_000;
    private static final double FAILING = 0.2;
    private static final String CSRF = "3a0f2f6e-5d1c-4b3f-8a43-0f0f6e3c9a11";

    /** What goes wrong on the way. */
    private enum Fault {
        /** The connection breaks in the middle of the part. */
        TORN,
        /** It breaks when the server has the part, before the page hears of it. */
        UNHEARD,
        /** Other bytes arrive than were sent. */
        DAMAGED
    }

    @LocalServerPort
    private int port;

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Verifier verifier;

    @Autowired
    private DataDirectory data;

    @Autowired
    private MutableClock clock;

    private final Random random = new Random(11);
    private Two two;
    private UUID recording;
    private int take;
    private Instant began;

    @BeforeEach
    void itRecords() {
        two = calls.bothAreHere();
        recording = calls.records(two);
        take = calls.takes(two, recording);
        began = clock.instant();
        clock.advance(Duration.ofSeconds(10));
    }

    private byte[] part(int index) {
        byte[] content = new byte[PART];
        new Random(index).nextBytes(content);
        return content;
    }

    private String head(int index, byte[] content) {
        return "PUT /api/v1/recordings/%s/takes/%d/segments/%d HTTP/1.1\r\n".formatted(recording, take, index)
                + "Host: 127.0.0.1:%d\r\nConnection: close\r\nContent-Type: application/octet-stream\r\n"
                        .formatted(port)
                + "Content-Length: %d\r\nContent-Digest: sha-256=:%s:\r\n".formatted(content.length, digest(content))
                + "X-Segment-Final: %s\r\n".formatted(index == PARTS - 1)
                + "X-Segment-From: %d\r\nX-Segment-To: %d\r\n"
                        .formatted(began.toEpochMilli() + index * 20, began.toEpochMilli() + index * 20 + 20)
                + "Cookie: XSRF-TOKEN=%s; CONSILIUM_SESSION=%s\r\n"
                        .formatted(CSRF, two.doctor().token())
                + "X-XSRF-TOKEN: " + CSRF + "\r\n\r\n";
    }

    private static String digest(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The status that the page hears; 0 when it hears none. */
    private int sent(int index, Fault... fault) throws IOException {
        byte[] content = part(index);
        byte[] body = content.clone();
        boolean torn = Arrays.asList(fault).contains(Fault.TORN);
        if (Arrays.asList(fault).contains(Fault.DAMAGED)) {
            body[PART / 2] ^= 1;
        }
        try (Socket tcp = new Socket("127.0.0.1", port)) {
            tcp.getOutputStream().write(head(index, content).getBytes(StandardCharsets.US_ASCII));
            tcp.getOutputStream().write(body, 0, torn ? PART / 2 : PART);
            tcp.getOutputStream().flush();
            if (torn || Arrays.asList(fault).contains(Fault.UNHEARD)) {
                tcp.setSoLinger(true, 0);
                return 0;
            }
            byte[] line = tcp.getInputStream().readNBytes("HTTP/1.1 200".length());
            return Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(9));
        }
    }

    @Test
    @DisplayName("every part is stored once and right, and nothing of the failed ones stays")
    void oneInFive() throws IOException {
        int failed = 0;
        for (int index = 0; index < PARTS; index++) {
            while (random.nextDouble() < FAILING) {
                failed++;
                Fault fault = Fault.values()[random.nextInt(3)];
                assertThat(sent(index, fault)).isEqualTo(fault == Fault.DAMAGED ? 422 : 0);
            }
            assertThat(sent(index)).as("part %d", index).isEqualTo(200);
        }
        assertThat(failed).isBetween(PARTS / 8, PARTS / 2);
        Verifier.Report report = verifier.verify(recording);
        assertThat(report.segments()).isEqualTo(PARTS);
        assertThat(report.bytes()).isEqualTo((long) PARTS * PART);
        assertThat(report.findings()).isEmpty();
        // Of an answer that nobody heard the server may still be clearing up.
        await().untilAsserted(() -> assertThat(files()).isEqualTo(PARTS));
    }

    private long files() throws IOException {
        try (var files = Files.list(data.root().resolve("recordings").resolve(recording.toString()))) {
            return files.count();
        }
    }
}
