package health.consilium.e2e.server;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** R4, F1, F11: kill −9 of the server, as often as wanted, while parts of a recording are on their way. */
public final class RecordingKills {
    private static final int UPLOADS = 3;
    private static final int MOST_BETWEEN_KILLS = 12;
    private static final int PART = 100_000;

    private final Set<Integer> confirmed = new ConcurrentSkipListSet<>();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final Random random = new Random(4);
    private final Consumer<Outcome> progress;

    private RecordingKills(Consumer<Outcome> progress) {
        this.progress = progress;
    }

    /** @param confirmed parts that were confirmed in between; @param faults what went wrong, in words: nothing should */
    public record Outcome(int kills, int confirmed, List<String> faults) {}

    /** @param progress is told how it stands after each kill */
    public static Outcome of(int kills, Consumer<Outcome> progress) throws InterruptedException, ExecutionException {
        return new RecordingKills(progress).run(kills);
    }

    private Outcome run(int kills) throws InterruptedException, ExecutionException {
        try (ServerProcess server = ServerProcess.start(Map.of());
                HttpClient http = HttpClient.newHttpClient()) {
            Api desk = server.api().as(DESK);
            RecordedCall call = aCall(server, http);
            for (int kill = 0; kill < kills && faults.isEmpty(); kill++) {
                uploadsUntilKilled(server, call, 1 + random.nextInt(MOST_BETWEEN_KILLS));
                server.startAgain();
                everythingConfirmedIsThere(server, desk, call);
                progress.accept(outcome(kill + 1));
            }
            int parts = lastThere(server, call) + 2;
            IntStream.range(0, parts).forEach(index -> sentAgain(call, index, index == parts - 1));
            Verified end = verified(desk, call);
            expect(end.segments == parts, "%d parts at the end, where there should be %d", end.segments, parts);
            expect(end.faults.isEmpty(), "at the end: %s", end.faults);
            return outcome(kills);
        }
    }

    private Outcome outcome(int kills) {
        return new Outcome(kills, confirmed.size(), List.copyOf(faults));
    }

    private void expect(boolean holds, String otherwise, Object... with) {
        if (!holds) {
            faults.add(otherwise.formatted(with));
        }
    }

    /** Parts that were stored, and whose answer died with the server, may lie behind the last one that was confirmed. */
    private static int lastThere(ServerProcess server, RecordedCall call) {
        return (int) server.database()
                .count(
                        "select coalesce(max(index), 0) from recording_segment where recording = ?::uuid",
                        call.recording());
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

    private void sentAgain(RecordedCall call, int index, boolean last) {
        Api.Answer answer = call.put(index, last, part(index));
        expect(answer.status() == 200, "part %d, sent again: %s", index, answer.envelope());
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
                upload.get();
            }
        }
        expect(left.get() <= 0, "the uploads ended %d parts before the kill", left.get());
    }

    /** False when nobody answers any more. */
    private boolean uploaded(RecordedCall call, AtomicInteger next) {
        int index = next.getAndIncrement();
        while (confirmed.contains(index)) {
            index = next.getAndIncrement();
        }
        try {
            Api.Answer answer = call.put(index, false, part(index));
            expect(answer.status() == 200, "part %d: %s", index, answer.envelope());
            if (answer.status() == 200) {
                confirmed.add(index);
            }
            return answer.status() == 200;
        } catch (UncheckedIOException killed) {
            return false;
        }
    }

    private void everythingConfirmedIsThere(ServerProcess server, Api desk, RecordedCall call) {
        Verified report = verified(desk, call);
        expect(report.faults.stream().allMatch("MISSING"::equals), "more than gaps: %s", report.faults);
        long known = server.database()
                .count(
                        "select count(*) from recording_segment where recording = ?::uuid and index = any (?)",
                        call.recording(),
                        confirmed.toArray(Integer[]::new));
        expect(known == confirmed.size(), "of %d confirmed parts %d are known", confirmed.size(), known);
        int files = files(server, call);
        expect(files == report.segments, "%d files, half ones included, of %d parts", files, report.segments);
    }

    private record Verified(int segments, List<String> faults) {}

    private static Verified verified(Api desk, RecordedCall call) {
        var report = desk.post("/api/v1/admin/recordings/" + call.recording() + "/verify", Map.of())
                .data();
        return new Verified(
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
