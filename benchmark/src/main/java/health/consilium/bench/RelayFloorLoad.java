package health.consilium.bench;

import health.consilium.e2e.server.Line;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.UUID;

/** The calls of {@link SignallingLoad} through {@link RelayFloor}: two sockets, and the same frames. */
final class RelayFloorLoad {
    private static final UUID SOMEBODY = new UUID(0, 1);

    private final RelayFloorProcess floor;
    private final HttpClient client = HttpClient.newHttpClient();
    private int next;

    RelayFloorLoad(RelayFloorProcess floor) {
        this.floor = floor;
    }

    Load.Result relayed(int calls) {
        int first = next;
        next += calls;
        return new Load(new ProcessCost(floor.pid())).measure(calls, n -> {}, n -> negotiate(floor.address(first + n)));
    }

    private void negotiate(URI address) {
        try (Line doctor = Line.toStranger(client, address);
                Line patient = Line.toStranger(client, address)) {
            doctor.await(RelayFloor.BOTH_ARE_HERE);
            patient.await(RelayFloor.BOTH_ARE_HERE);
            Negotiation.hold(new Negotiation.Side(doctor, SOMEBODY), new Negotiation.Side(patient, SOMEBODY), 1);
        }
    }
}
