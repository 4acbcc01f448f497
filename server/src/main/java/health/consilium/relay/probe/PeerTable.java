package health.consilium.relay.probe;

import java.io.PrintStream;
import java.util.List;

/** What was seen, a line a peer. */
public final class PeerTable {
    private static final String LINE = "  %-23s %-30s %-8s %-22s%s%n";

    /** An IPv6 address, asked for from an IPv4 one. */
    private static final List<String> OTHER_FAMILY = List.of("443");

    private PeerTable() {}

    /** One peer, in words; {@code wrong}: it is not treated as it must be. */
    public record Row(String address, String standsFor, String mustBe, String is, boolean wrong) {}

    public static List<Row> rows(List<Seen> seen) {
        return Peer.TABLE.stream()
                .map(peer -> {
                    List<Seen> answers =
                            seen.stream().filter(one -> one.peer().equals(peer)).toList();
                    return new Row(
                            peer.address(),
                            peer.what(),
                            peer.refused() ? "refused" : "granted",
                            is(answers),
                            answers.stream().anyMatch(Seen::wrong));
                })
                .toList();
    }

    public static void print(List<Seen> seen, PrintStream out) {
        out.printf(LINE, "address", "stands for", "must be", "is", "");
        List<Row> rows = rows(seen);
        rows.forEach(
                row -> out.printf(LINE, row.address, row.standsFor, row.mustBe, row.is, row.wrong ? "  WRONG" : ""));
        out.printf(
                "  %d addresses, %d wrong%n",
                rows.size(), rows.stream().filter(Row::wrong).count());
        if (seen.stream().noneMatch(one -> one.allocation() == Family.IPV6)) {
            out.println("  It gives out no IPv6 addresses, so all of IPv6 is out of its reach.");
        }
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
