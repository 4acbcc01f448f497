package health.consilium.bench;

import health.consilium.e2e.server.Line;
import health.consilium.e2e.server.ServerProcess;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Calls without media. A signalled call is two sockets and a {@link Negotiation}; a whole call adds what the lifecycle
 * writes down: asking to come in, ringing, accepting, being live, ending.
 */
final class SignallingLoad {
    private final ServerProcess server;
    private final Crowd crowd;
    private final Load load;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentMap<Integer, Tickets> tickets = new ConcurrentHashMap<>();
    private int next;

    SignallingLoad(ServerProcess server, int calls) {
        this.server = server;
        this.crowd = new Crowd(server, calls);
        this.load = new Load(new ProcessCost(server.pid()));
    }

    /** Two tickets that were asked for before the measurement. */
    private record Tickets(String doctor, String patient) {}

    Load.Result signalled(int calls) {
        int first = take(calls);
        return load.measure(calls, n -> tickets.put(first + n, tickets(first + n)), n -> negotiate(first + n));
    }

    Load.Result whole(int calls) {
        int first = take(calls);
        return load.measure(calls, n -> {}, n -> hold(first + n));
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

    private void negotiate(int call) {
        Tickets own = Objects.requireNonNull(tickets.remove(call));
        try (Line doctor = Line.open(client, server.address());
                Line patient = Line.open(client, server.address())) {
            doctor.hello(own.doctor());
            patient.hello(own.patient());
            exchange(call, doctor, patient);
        }
    }

    private static int exchange(int call, Line doctor, Line patient) {
        int generation = doctor.await("rtc.peer").path("generation").asInt();
        patient.await("rtc.peer");
        Negotiation.hold(
                new Negotiation.Side(doctor, Crowd.doctorId(call)),
                new Negotiation.Side(patient, Crowd.patientId(call)),
                generation);
        return generation;
    }

    private void hold(int call) {
        Tickets own = tickets(call);
        try (Line doctor = Line.open(client, server.address());
                Line patient = Line.open(client, server.address())) {
            String consultation = patient.hello(own.patient())
                    .path("snapshot")
                    .path("state")
                    .path("consultation")
                    .asString();
            patient.send("join", Map.of());
            patient.send("ring", Map.of());
            doctor.hello(own.doctor());
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
}
