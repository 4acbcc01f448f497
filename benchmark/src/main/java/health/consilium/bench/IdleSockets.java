package health.consilium.bench;

import health.consilium.e2e.server.Line;
import health.consilium.e2e.server.ServerProcess;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a page that only waits for a ring costs the server: live heap before and after many of them. */
final class IdleSockets {
    private static final int OF_ONE_PERSON = 10;
    private static final int WARM_UP = 200;

    private final ServerProcess server;

    IdleSockets(ServerProcess server) {
        this.server = server;
    }

    /** @param heap and resident memory in KB for one socket */
    record Result(int sockets, double heap, double resident) {}

    Result measure(int sockets) {
        Crowd crowd = new Crowd(server, (WARM_UP + sockets) / OF_ONE_PERSON);
        ProcessCost cost = new ProcessCost(server.pid());
        HttpClient client = HttpClient.newHttpClient();
        List<Line> warmUp = open(client, crowd, 0, WARM_UP);
        double heapBefore = cost.liveHeapKilobytes();
        double residentBefore = cost.residentKilobytes();
        List<Line> idle = open(client, crowd, WARM_UP, sockets);
        double heap = (cost.liveHeapKilobytes() - heapBefore) / sockets;
        double resident = (cost.residentKilobytes() - residentBefore) / sockets;
        idle.forEach(Line::close);
        warmUp.forEach(Line::close);
        return new Result(sockets, heap, resident);
    }

    private List<Line> open(HttpClient client, Crowd crowd, int first, int count) {
        List<Line> lines = new ArrayList<>(count);
        for (int n = first; n < first + count; n++) {
            String ticket = crowd.patient(n / OF_ONE_PERSON)
                    .post("/api/v1/signalling/tickets", Map.of())
                    .data()
                    .path("ticket")
                    .asString();
            Line line = Line.open(client, server.address());
            line.hello(ticket);
            lines.add(line);
        }
        return lines;
    }
}
