package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.server.Api;
import health.consilium.e2e.server.RecordedCall;
import health.consilium.e2e.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * R4, F1, F11: kill −9 of the server while parts are on their way. {@code -Dconsilium.kills=200} for more than the usual 20.
 */
class RecordingCrashTests {
    private static final int KILLS = Integer.getInteger("consilium.kills", 20);
    private static final int UPLOADS = 3;
    private static final int MOST_BETWEEN_KILLS = 12;
    private static final int PART = 100_000;

    private final Set<Integer> confirmed = new ConcurrentSkipListSet<>();
    private final Random random = new Random(4);

    @Test
    @DisplayName(
            "what was confirmed is there, byte by byte, whenever the server is killed; what was not leaves nothing behind")
    void killed() throws Exception {
        try (ServerProcess server = ServerProcess.start(Map.of());
                HttpClient http = HttpClient.newHttpClient()) {
            Api desk = server.api().as(DESK);
            RecordedCall call = aCall(server, http);
            for (int kill = 0; kill < KILLS; kill++) {
                uploadsUntilKilled(server, call, 1 + random.nextInt(MOST_BETWEEN_KILLS));
                server.startAgain();
                everythingConfirmedIsThere(server, desk, call);
            }
            int parts = confirmed.stream().mapToInt(index -> index).max().orElseThrow() + 2;
            IntStream.range(0, parts)
                    .forEach(index -> assertThat(call.put(index, index == parts - 1, part(index))
                                    .status())
                            .as("sent again after everything, part %d", index)
                            .isEqualTo(200));
            JsonReport report = verified(desk, call);
            assertThat(report.segments()).isEqualTo(parts);
            assertThat(report.faults()).as("of %d parts", parts).isEmpty();
            System.out.printf("%d kills, %d parts confirmed in between, none lost%n", KILLS, confirmed.size());
        }
    }

    private static RecordedCall aCall(ServerProcess server, HttpClient http) {
        var appointment = server.database()
                .paidAppointment(ROSSI, WEBER, server.clock().now().minusSeconds(60), Duration.ofHours(2));
        return RecordedCall.begin(http, server.api().as(WEBER), server.api().as(ROSSI), appointment);
    }

    private static byte[] part(int index) {
        byte[] content = new byte[PART];
        new Random(index).nextBytes(content);
        return content;
    }

    /** Several at a time, each the next that is not confirmed; when so many more are, the server dies with the others on their way. */
    private void uploadsUntilKilled(ServerProcess server, RecordedCall call, int more)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger left = new AtomicInteger(more);
        try (ExecutorService uploads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = Collections.nCopies(UPLOADS, () -> {
                while (uploaded(call, next)) {
                    if (left.decrementAndGet() == 0) {
                        server.kill();
                    }
                }
                return true;
            });
            for (Future<Boolean> upload : uploads.invokeAll(all)) {
                assertThat(upload.get()).isTrue();
            }
        }
        assertThat(left.get()).as("parts until the kill").isLessThanOrEqualTo(0);
    }

    /** False when nobody answers any more. */
    private boolean uploaded(RecordedCall call, AtomicInteger next) {
        int index = next.getAndIncrement();
        while (confirmed.contains(index)) {
            index = next.getAndIncrement();
        }
        try {
            Api.Answer answer = call.put(index, false, part(index));
            assertThat(answer.status())
                    .as("part %d: %s", index, answer.envelope())
                    .isEqualTo(200);
            confirmed.add(index);
            return true;
        } catch (UncheckedIOException killed) {
            return false;
        }
    }

    private void everythingConfirmedIsThere(ServerProcess server, Api desk, RecordedCall call) {
        JsonReport report = verified(desk, call);
        assertThat(report.faults())
                .as("all there is, is right; only gaps may be named")
                .allMatch("MISSING"::equals);
        long known = 0;
        for (int index : confirmed) {
            known += server.database()
                    .count(
                            "select count(*) from recording_segment where recording = ?::uuid and index = ?",
                            call.recording(),
                            index);
        }
        assertThat(known).as("of those that were confirmed").isEqualTo(confirmed.size());
        assertThat(files(server, call)).as("files, half ones included").isEqualTo(report.segments());
    }

    private record JsonReport(int segments, List<String> faults) {}

    private static JsonReport verified(Api desk, RecordedCall call) {
        var report = desk.post("/api/v1/admin/recordings/" + call.recording() + "/verify", Map.of())
                .data();
        return new JsonReport(
                report.path("segments").asInt(), report.path("findings").findValuesAsString("fault"));
    }

    private static int files(ServerProcess server, RecordedCall call) {
        Path folder = server.home().resolve("data/recordings").resolve(call.recording());
        try (var files = Files.list(folder)) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
