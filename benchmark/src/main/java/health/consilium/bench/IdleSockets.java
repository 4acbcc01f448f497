package health.consilium.bench;

import health.consilium.e2e.server.Line;
import health.consilium.e2e.server.ServerProcess;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What a page that only waits for a ring costs the server: live heap before and after many of them. */
final class IdleSockets {
    private static final int OF_ONE_PERSON = 10;
    private static final int WARM_UP = 200;

    private IdleSockets() {}

    /** @param heap and resident memory in KB for one socket */
    record Result(int sockets, double heap, double resident) {}

    /** Pages of the app, signed in and greeted. */
    static Result ours(ServerProcess server, int sockets) {
        Crowd crowd = new Crowd(server, (WARM_UP + sockets) / OF_ONE_PERSON);
        HttpClient client = HttpClient.newHttpClient();
        return measure(new ProcessCost(server.pid()), sockets, n -> {
            String ticket = crowd.patient(n / OF_ONE_PERSON)
                    .post("/api/v1/signalling/tickets", Map.of())
                    .data()
                    .path("ticket")
                    .asString();
            Line line = Line.open(client, server.address());
            line.hello(ticket);
            return line;
        });
    }

    /** Sockets of the bare Tomcat, each waiting for somebody at its address. */
    static Result floor(RelayFloorProcess floor, int sockets) {
        HttpClient client = HttpClient.newHttpClient();
        return measure(new ProcessCost(floor.pid()), sockets, n -> Line.toStranger(client, floor.address(n)));
    }

    private static Result measure(ProcessCost cost, int sockets, IntFunction<Line> open) {
        List<Line> warmUp = IntStream.range(0, WARM_UP).mapToObj(open).toList();
        double heapBefore = cost.liveHeapKilobytes();
        double residentBefore = cost.residentKilobytes();
        List<Line> idle =
                IntStream.range(WARM_UP, WARM_UP + sockets).mapToObj(open).toList();
        double heap = (cost.liveHeapKilobytes() - heapBefore) / sockets;
        double resident = (cost.residentKilobytes() - residentBefore) / sockets;
        idle.forEach(Line::close);
        warmUp.forEach(Line::close);
        return new Result(sockets, heap, resident);
    }
}
