package health.consilium.bench;

import health.consilium.e2e.server.Line;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What two pages say to each other before media flows: an offer and an answer of 4 KB, and eight candidates each way, in
 * frames as our pages send them: the first at once, those of the relay when they are there, the others together.
 */
final class Negotiation {
    private static final List<Integer> CANDIDATES = List.of(1, 5, 2);
    private static final String SDP = "a=candidate-like line of a session description\r\n".repeat(87);

    private Negotiation() {}

    /** One side of it, and by which id the other side knows it. */
    record Side(Line line, UUID id) {}

    static void hold(Side offering, Side answering, int generation) {
        describe(offering.line, answering.id, generation, "offer");
        answering.line.await("rtc.description");
        describe(answering.line, offering.id, generation, "answer");
        for (int together : CANDIDATES) {
            candidates(offering.line, answering.id, generation, together);
            candidates(answering.line, offering.id, generation, together);
        }
        offering.line.await("rtc.description");
        for (int frames = 0; frames < CANDIDATES.size(); frames++) {
            offering.line.await("rtc.candidates");
            answering.line.await("rtc.candidates");
        }
    }

    private static void describe(Line from, UUID to, int generation, String type) {
        from.send(
                "rtc.description",
                Map.of("to", to, "generation", generation, "description", Map.of("type", type, "sdp", SDP)));
    }

    private static void candidates(Line from, UUID to, int generation, int together) {
        Map<String, Object> candidate = Map.of(
                "candidate",
                "candidate:" + together + " 1 udp 2122260223 192.0.2.1 50000 typ host",
                "sdpMid",
                "0",
                "sdpMLineIndex",
                0,
                "usernameFragment",
                "abcd");
        from.send(
                "rtc.candidates",
                Map.of(
                        "to",
                        to,
                        "generation",
                        generation,
                        "candidates",
                        Collections.nCopies(together, candidate),
                        "complete",
                        false));
    }
}
