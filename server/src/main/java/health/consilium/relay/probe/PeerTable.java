package health.consilium.relay.probe;

import java.io.PrintStream;
import java.util.List;

/** What was seen, a line a peer. */
public final class PeerTable {
    private static final String LINE = "  %-23s %-30s %-8s %-22s%s%n";

    /** An IPv6 address, asked for from an IPv4 one. */
    private static final List<String> OTHER_FAMILY = List.of("443");

    private PeerTable() {}

    /** @return how many peers are not treated as they must be */
    public static int print(List<Seen> seen, PrintStream out) {
        out.printf(LINE, "address", "stands for", "must be", "is", "");
        int wrong = 0;
        for (Peer peer : Peer.TABLE) {
            List<Seen> answers =
                    seen.stream().filter(one -> one.peer().equals(peer)).toList();
            boolean bad = answers.stream().anyMatch(Seen::wrong);
            wrong += bad ? 1 : 0;
            out.printf(
                    LINE,
                    peer.address(),
                    peer.what(),
                    peer.refused() ? "refused" : "granted",
                    is(answers),
                    bad ? "  WRONG" : "");
        }
        out.printf("  %d addresses, %d wrong%n", Peer.TABLE.size(), wrong);
        if (seen.stream().noneMatch(one -> one.allocation() == Family.IPV6)) {
            out.println("  It gives out no IPv6 addresses, so all of IPv6 is out of its reach.");
        }
        return wrong;
    }

    private static String is(List<Seen> answers) {
        if (answers.stream().anyMatch(Seen::granted)) {
            return "granted";
        }
        List<String> codes = answers.stream()
                .map(one -> String.valueOf(one.code()))
                .distinct()
                .toList();
        return codes.equals(OTHER_FAMILY) ? "out of reach (443)" : "refused (" + String.join(", ", codes) + ")";
    }
}
