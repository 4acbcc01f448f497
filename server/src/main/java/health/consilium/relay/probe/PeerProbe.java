package health.consilium.relay.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks a relay for every peer of the table. Nothing is sent to any of them. */
public final class PeerProbe {
    private static final int NO_SUCH_FAMILY = 440;

    private final TurnUrl url;
    private final String username;
    private final String password;

    public PeerProbe(TurnUrl url, String username, String password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    /**
     * From an allocation of each family that the relay has.
     *
     * @throws IOException when it cannot be asked
     */
    public List<Seen> all() throws IOException {
        List<Seen> seen = new ArrayList<>();
        for (Family family : Family.values()) {
            seen.addAll(from(family));
        }
        return seen;
    }

    private List<Seen> from(Family family) throws IOException {
        try (TurnClient client = new TurnClient(url, username, password)) {
            int code = client.allocate(family);
            if (code == NO_SUCH_FAMILY) {
                // Few relays have IPv6 addresses to give.
                return List.of();
            }
            if (code != 0) {
                throw new IOException("the relay refuses an allocation with error " + code);
            }
            List<Seen> seen = new ArrayList<>();
            for (Peer peer : Peer.TABLE) {
                seen.add(new Seen(peer, family, client.permit(peer.address())));
            }
            return seen;
        }
    }
}
