package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.ServerFrame;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Carries descriptions and candidates to the peer, unread: that they are objects is all that is asked. */
@Component
class Negotiations {
    private final CallRooms rooms;

    Negotiations(CallRooms rooms) {
        this.rooms = rooms;
    }

    void description(Session from, ConsultationId id, ClientFrame.RtcDescription frame) {
        mustBeObject(frame.description());
        peer(from, id, frame.to(), frame.generation())
                .send(new ServerFrame.RtcDescription(from.person().value(), frame.generation(), frame.description()));
    }

    void candidate(Session from, ConsultationId id, ClientFrame.RtcCandidate frame) {
        JsonNode candidate = frame.candidate();
        // Null is the end of the candidates, however it was read.
        if (candidate != null && !candidate.isNull()) {
            mustBeObject(candidate);
        }
        peer(from, id, frame.to(), frame.generation())
                .send(new ServerFrame.RtcCandidate(from.person().value(), frame.generation(), frame.candidate()));
    }

    private Session peer(Session from, ConsultationId id, UUID to, int generation) {
        return rooms.find(id).flatMap(room -> room.peerOf(from, to, generation)).orElseThrow(Negotiations::stale);
    }

    /** The other page would take anything else for a sign that its own session is broken. */
    private static void mustBeObject(JsonNode value) {
        if (!value.isObject()) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "A description or candidate is an object.");
        }
    }

    static Problem stale() {
        return new Problem(ErrorCode.STALE_GENERATION, "This belongs to a connection that was replaced.");
    }
}
