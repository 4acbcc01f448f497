package health.consilium.relay;

import health.consilium.identity.AdminDoor;
import health.consilium.relay.probe.PeerProbe;
import health.consilium.relay.probe.PeerTable;
import health.consilium.relay.probe.PeerTable.Row;
import health.consilium.relay.probe.Seen;
import health.consilium.relay.probe.TurnUrl;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code java -jar consilium.jar turn-check [address]}: asks a running server for the relays that browsers are given, and those
 * relays for every address of the table. Ends with 0 when each does as it must, 1 when one does not, 2 when it could not look.
 */
public final class TurnCheck {
    public static final String NAME = "turn-check";

    private final AdminDoor door;
    private final PrintStream out;
    private final boolean json;

    TurnCheck(AdminDoor door, PrintStream out, boolean json) {
        this.door = door;
        this.out = out;
        this.json = json;
    }

    /** @param json for programs; @return the exit code */
    public static int run(boolean json, String... arguments) {
        try (AdminDoor door = AdminDoor.named(arguments)) {
            return new TurnCheck(door, System.out, json).check();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("The relay could not be checked: " + e.getMessage());
            return 2;
        }
    }

    int check() throws IOException {
        Collection<Relay> relays = relays();
        if (relays.isEmpty()) {
            throw new IOException("the server offers no relay; its log says why");
        }
        List<Checked> all = new ArrayList<>();
        for (Relay relay : relays) {
            all.add(checked(relay));
        }
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(all));
        }
        return all.stream().flatMap(relay -> relay.peers().stream()).anyMatch(Row::wrong) ? 1 : 0;
    }

    /** @param relay the way by which it was asked */
    private record Checked(String relay, List<Row> peers) {}

    /** One machine, and the ways that lead to it. */
    private record Relay(List<TurnUrl> ways, String username, String credential) {}

    private Collection<Relay> relays() throws IOException {
        Map<String, Relay> byHost = new LinkedHashMap<>();
        for (JsonNode server : door.get("/api/v1/ice-servers").path("servers")) {
            for (JsonNode url : server.path("urls")) {
                if (url.asString().startsWith("turn")) {
                    TurnUrl way = TurnUrl.of(url.asString());
                    String user = server.path("username").asString();
                    String credential = server.path("credential").asString();
                    byHost.computeIfAbsent(way.host(), host -> new Relay(new ArrayList<>(), user, credential))
                            .ways()
                            .add(way);
                }
            }
        }
        return byHost.values();
    }

    private Checked checked(Relay relay) throws IOException {
        IOException nothing = new IOException("no way to it");
        for (TurnUrl way : relay.ways()) {
            try {
                List<Seen> seen = new PeerProbe(way, relay.username(), relay.credential()).all();
                if (!json) {
                    out.println(way.text());
                    PeerTable.print(seen, out);
                }
                return new Checked(way.text(), PeerTable.rows(seen));
            } catch (IOException e) {
                if (!json) {
                    out.println(way.text() + ": " + e.getMessage());
                }
                nothing = e;
            }
        }
        throw nothing;
    }
}
