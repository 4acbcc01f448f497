package health.consilium.bench;

import health.consilium.e2e.server.Line;
import java.util.Map;
import java.util.UUID;

/** What two pages say to each other before media flows: an offer and an answer of 4 KB, and eight candidates each way. */
final class Negotiation {
    private static final int CANDIDATES = 8;
    private static final String SDP = "a=candidate-like line of a session description\r\n".repeat(87);

    private Negotiation() {}

    /** One side of it, and by which id the other side knows it. */
    record Side(Line line, UUID id) {}

    static void hold(Side offering, Side answering, int generation) {
        describe(offering.line, answering.id, generation, "offer");
        answering.line.await("rtc.description");
        describe(answering.line, offering.id, generation, "answer");
        for (int n = 0; n < CANDIDATES; n++) {
            candidate(offering.line, answering.id, generation, n);
            candidate(answering.line, offering.id, generation, n);
        }
        offering.line.await("rtc.description");
        for (int n = 0; n < CANDIDATES; n++) {
            offering.line.await("rtc.candidate");
            answering.line.await("rtc.candidate");
        }
    }

    private static void describe(Line from, UUID to, int generation, String type) {
        from.send(
                "rtc.description",
                Map.of("to", to, "generation", generation, "description", Map.of("type", type, "sdp", SDP)));
    }

    private static void candidate(Line from, UUID to, int generation, int number) {
        Map<String, Object> candidate = Map.of(
                "candidate",
                "candidate:" + number + " 1 udp 2122260223 192.0.2.1 50000 typ host",
                "sdpMid",
                "0",
                "sdpMLineIndex",
                0,
                "usernameFragment",
                "abcd");
        from.send("rtc.candidate", Map.of("to", to, "generation", generation, "candidate", candidate));
    }
}
