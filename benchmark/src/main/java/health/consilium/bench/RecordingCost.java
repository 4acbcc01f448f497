package health.consilium.bench;

import health.consilium.e2e.server.RecordedCall;
import health.consilium.e2e.server.ServerProcess;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What recording costs the server: taking parts in, beside {@link SyncedFiles}; watching; pausing and stopping. */
final class RecordingCost {
    private static final int WARM_UP = 200;
    private static final int PARTS = 400;
    private static final int AT_ONCE = 50;
    private static final int PARTS_EACH = 20;
    private static final double MEGABYTE = 1e6;

    private final Table table;
    private final ProcessCost own = new ProcessCost(ProcessHandle.current().pid());

    private RecordingCost(Table table) {
        this.table = table;
    }

    static void measure(Table table) {
        new RecordingCost(table).measure();
    }

    private void measure() {
        try (ServerProcess server = ServerProcess.start(Map.of("consilium.signalling.silence", "10m"));
                HttpClient http = HttpClient.newHttpClient()) {
            Crowd crowd = new Crowd(server, AT_ONCE + 1);
            List<RecordedCall> calls = new ArrayList<>();
            for (int n = 0; n <= AT_ONCE; n++) {
                calls.add(RecordedCall.begin(http, crowd.doctor(n), crowd.patient(n), Crowd.appointment(n)));
            }
            ingest(server, calls);
            ConsentDelay.measure(table, calls.getLast());
            new WatchingCost(table, server, calls.getFirst(), "DOCTOR0").measure(WARM_UP + PARTS);
            calls.forEach(RecordedCall::close);
        }
    }

    private void ingest(ServerProcess server, List<RecordedCall> calls) {
        ProcessCost servers = new ProcessCost(server.pid());
        RecordedCall first = calls.getFirst();
        for (int part = 0; part < WARM_UP; part++) {
            stored(first, part);
        }
        try (SyncedFiles files = new SyncedFiles()) {
            Taken floor = taken(own, 1, PARTS, (page, part) -> files.write("one-" + part, SyntheticTake.part(part)));
            Taken ours = taken(servers, 1, PARTS, (page, part) -> stored(first, WARM_UP + part));
            said("one recording, a part at a time", floor, ours);
            floor = taken(
                    own, AT_ONCE, PARTS_EACH, (page, part) -> files.write(page + "-" + part, SyntheticTake.part(part)));
            ours = taken(servers, AT_ONCE, PARTS_EACH, (page, part) -> stored(calls.get(page + 1), part));
            said(AT_ONCE + " recordings at once", floor, ours);
        }
    }

    private void said(String what, Taken floor, Taken ours) {
        table.single("floor: written and synced, " + what + " (MB/s)", floor.parts, floor.rate());
        table.single("taken in, " + what + " (MB/s)", ours.parts, ours.rate());
        table.single("floor: CPU of it (ms/MB, with making the bytes)", floor.parts, floor.cpuPerMegabyte());
        table.single("server CPU of it (ms/MB)", ours.parts, ours.cpuPerMegabyte());
    }

    private static void stored(RecordedCall call, int part) {
        var answer = call.put(part, false, SyntheticTake.part(part));
        if (answer.status() != 200) {
            throw new IllegalStateException("part " + part + ": " + answer.envelope());
        }
    }

    private interface Sending {
        void send(int page, int part);
    }

    private record Taken(int parts, double megabytes, double seconds, double cpuMillis) {
        double rate() {
            return megabytes / seconds;
        }

        double cpuPerMegabyte() {
            return cpuMillis / megabytes;
        }
    }

    /** Each page sends one part after the other. */
    private static Taken taken(ProcessCost cost, int pages, int parts, Sending sending) {
        double cpu = cost.cpuMillis();
        long began = System.nanoTime();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (int page = 0; page < pages; page++) {
                int number = page;
                sent.add(all.submit(() -> {
                    for (int part = 0; part < parts; part++) {
                        sending.send(number, part);
                    }
                }));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double megabytes = (double) pages * parts * SyntheticTake.part(1).length / MEGABYTE;
        return new Taken(pages * parts, megabytes, seconds, cost.cpuMillis() - cpu);
    }
}
