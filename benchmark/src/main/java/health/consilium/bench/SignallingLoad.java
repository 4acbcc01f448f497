package health.consilium.bench;

import health.consilium.e2e.server.Line;
import health.consilium.e2e.server.ServerProcess;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Calls without media. A signalled call is two sockets, an offer and an answer of 4 KB and eight candidates each way; a
 * whole call adds what the lifecycle writes down: asking to come in, ringing, accepting, being live, ending.
 */
final class SignallingLoad {
    private static final int CONCURRENT = 50;
    private static final int BATCH = 250;
    private static final String SDP = "a=candidate-like line of a session description\r\n".repeat(87);

    private final ServerProcess server;
    private final Crowd crowd;
    private final ProcessCost cost;
    private final HttpClient client = HttpClient.newHttpClient();
    private int next;

    SignallingLoad(ServerProcess server, int calls) {
        this.server = server;
        this.crowd = new Crowd(server, calls);
        this.cost = new ProcessCost(server.pid());
    }

    /** @param cpuMillis of the server for one call */
    record Result(int calls, double cpuMillis, double perSecond) {}

    /** Two tickets that were asked for before the measurement. */
    private record Tickets(String doctor, String patient) {}

    Result signalled(int calls) {
        double cpu = 0;
        long nanos = 0;
        for (int done = 0; done < calls; done += BATCH) {
            int first = take(BATCH);
            Tickets[] tickets = new Tickets[BATCH];
            concurrently(BATCH, n -> tickets[n] = tickets(first + n));
            double cpuBefore = cost.cpuMillis();
            long began = System.nanoTime();
            concurrently(BATCH, n -> negotiate(first + n, tickets[n]));
            nanos += System.nanoTime() - began;
            cpu += cost.cpuMillis() - cpuBefore;
        }
        return new Result(calls, cpu / calls, calls / (nanos / 1e9));
    }

    Result whole(int calls) {
        int first = take(calls);
        double cpuBefore = cost.cpuMillis();
        long began = System.nanoTime();
        concurrently(calls, n -> hold(first + n));
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Result(calls, (cost.cpuMillis() - cpuBefore) / calls, calls / seconds);
    }

    private int take(int calls) {
        int first = next;
        next += calls;
        return first;
    }

    private Tickets tickets(int call) {
        UUID appointment = Crowd.appointment(call);
        return new Tickets(
                crowd.doctor(call).callTicket(appointment), crowd.patient(call).callTicket(appointment));
    }

    private void negotiate(int call, Tickets tickets) {
        try (Line doctor = Line.open(client, server.address());
                Line patient = Line.open(client, server.address())) {
            doctor.hello(tickets.doctor());
            patient.hello(tickets.patient());
            exchange(call, doctor, patient);
        }
    }

    private static int exchange(int call, Line doctor, Line patient) {
        int generation = doctor.await("rtc.peer").path("generation").asInt();
        patient.await("rtc.peer");
        UUID doctorId = Crowd.doctorId(call);
        UUID patientId = Crowd.patientId(call);
        describe(doctor, patientId, generation, "offer");
        patient.await("rtc.description");
        describe(patient, doctorId, generation, "answer");
        for (int n = 0; n < 8; n++) {
            candidate(doctor, patientId, generation, n);
            candidate(patient, doctorId, generation, n);
        }
        doctor.await("rtc.description");
        for (int n = 0; n < 8; n++) {
            doctor.await("rtc.candidate");
            patient.await("rtc.candidate");
        }
        return generation;
    }

    private static void describe(Line from, UUID to, int generation, String type) {
        from.send(
                "rtc.description",
                Map.of("to", to, "generation", generation, "description", Map.of("type", type, "sdp", SDP)));
    }

    private static void candidate(Line from, UUID to, int generation, int number) {
        from.send(
                "rtc.candidate",
                Map.of(
                        "to", to,
                        "generation", generation,
                        "candidate",
                                Map.of(
                                        "candidate",
                                        "candidate:" + number + " 1 udp 2122260223 192.0.2.1 50000 typ host",
                                        "sdpMid",
                                        "0",
                                        "sdpMLineIndex",
                                        0,
                                        "usernameFragment",
                                        "abcd")));
    }

    private void hold(int call) {
        Tickets tickets = tickets(call);
        try (Line doctor = Line.open(client, server.address());
                Line patient = Line.open(client, server.address())) {
            String consultation = patient.hello(tickets.patient())
                    .path("snapshot")
                    .path("state")
                    .path("consultation")
                    .asString();
            patient.send("join", Map.of());
            patient.send("ring", Map.of());
            doctor.hello(tickets.doctor());
            doctor.send("ring.accept", Map.of("consultation", consultation));
            doctor.send("join", Map.of());
            int generation = exchange(call, doctor, patient);
            doctor.send("media.link", Map.of("peer", Crowd.patientId(call), "generation", generation, "state", "up"));
            patient.send("media.link", Map.of("peer", Crowd.doctorId(call), "generation", generation, "state", "up"));
            awaitPhase(doctor, "LIVE");
            crowd.doctor(call)
                    .patch("/api/v1/video-call/" + consultation + "/end")
                    .data();
            awaitPhase(patient, "ENDED");
        }
    }

    private static void awaitPhase(Line line, String phase) {
        while (!line.await("state").path("phase").asString().equals(phase)) {
            // The next state frame may be the one.
        }
    }

    private static void concurrently(int count, IntConsumer work) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(CONCURRENT, Thread.ofVirtual().factory())) {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                int number = n;
                all.add(threads.submit(() -> work.accept(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call could not be held", e.getCause());
        }
    }
}
