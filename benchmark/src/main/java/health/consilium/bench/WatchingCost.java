package health.consilium.bench;

import health.consilium.e2e.Await;
import health.consilium.e2e.server.RecordedCall;
import health.consilium.e2e.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

/** What it costs to watch a recording of an hour: the first range that is asked for, and the later ones. */
final class WatchingCost {
    private static final int HOUR = 3_600;
    private static final int RANGES = 50;
    private static final int RANGE_BYTES = 256 * 1024;

    private final Table table;
    private final ServerProcess server;
    private final RecordedCall call;
    private final String token;
    private final Random random = new Random(17);

    WatchingCost(Table table, ServerProcess server, RecordedCall call, String token) {
        this.table = table;
        this.server = server;
        this.call = call;
        this.token = token;
    }

    /** @param there how many parts there are already */
    void measure(int there) {
        IntStream.range(there, HOUR).parallel().forEach(part -> {
            var answer = call.put(part, part == HOUR - 1, SyntheticTake.part(part));
            if (answer.status() != 200) {
                throw new IllegalStateException("part " + part + ": " + answer.envelope());
            }
        });
        call.stops();
        ProcessCost cost = new ProcessCost(server.pid());
        double heap = cost.liveHeapKilobytes();
        long size = first("first range of an hour, before it is sealed", cost);
        table.single("memory that an hour's plan takes (KB)", 1, cost.liveHeapKilobytes() - heap);
        later("later ranges of 256 KB", cost, size);
        sealed();
        server.stop();
        server.startAgain();
        ProcessCost again = new ProcessCost(server.pid());
        first("first range of an hour, sealed, after a restart", again);
        later("later ranges of 256 KB, after a restart", again, size);
    }

    private void sealed() {
        Await.until(
                "it is sealed",
                Duration.ofMinutes(2),
                () -> server.database()
                                .count(
                                        "select count(*) from recording_film where recording = ?::uuid",
                                        call.recording())
                        == 1);
    }

    /** @return the size of the film */
    private long first(String what, ProcessCost cost) {
        double cpu = cost.cpuMillis();
        long began = System.nanoTime();
        long size = range(0, 1_000);
        table.single(what + " (ms)", 1, (System.nanoTime() - began) / 1e6);
        table.single("  server CPU (ms)", 1, cost.cpuMillis() - cpu);
        return size;
    }

    private void later(String what, ProcessCost cost, long size) {
        double[] millis = new double[RANGES];
        double cpu = cost.cpuMillis();
        for (int n = 0; n < RANGES; n++) {
            long from = (long) (random.nextDouble() * (size - RANGE_BYTES));
            long began = System.nanoTime();
            range(from, from + RANGE_BYTES - 1);
            millis[n] = (System.nanoTime() - began) / 1e6;
        }
        table.row(what + " (ms)", Table.Spread.of(millis));
        table.single("  server CPU (ms)", RANGES, (cost.cpuMillis() - cpu) / RANGES);
    }

    private long range(long from, long to) {
        HttpRequest request = HttpRequest.newBuilder(
                        server.address().resolve("/api/v1/recordings/" + call.recording() + "/media"))
                .header("Authorization", "Bearer " + token)
                .header("Range", "bytes=" + from + "-" + to)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 206 || answer.body().length != to - from + 1) {
                throw new IllegalStateException("range " + from + "-" + to + ": " + answer.statusCode());
            }
            String range = answer.headers().firstValue("Content-Range").orElseThrow();
            return Long.parseLong(range.substring(range.indexOf('/') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
