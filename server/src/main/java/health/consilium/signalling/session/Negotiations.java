package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.ServerFrame;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Carries descriptions and candidates to the peer, unread; that they are objects was checked when the frame was read. */
@Component
class Negotiations {
    private final CallRooms rooms;

    Negotiations(CallRooms rooms) {
        this.rooms = rooms;
    }

    void description(Session from, ConsultationId id, ClientFrame.RtcDescription frame) {
        peer(from, id, frame.to(), frame.generation())
                .send(new ServerFrame.RtcDescription(from.person().value(), frame.generation(), frame.description()));
    }

    void candidates(Session from, ConsultationId id, ClientFrame.RtcCandidates frame) {
        peer(from, id, frame.to(), frame.generation())
                .send(new ServerFrame.RtcCandidates(
                        from.person().value(), frame.generation(), frame.candidates(), frame.complete()));
    }

    private Session peer(Session from, ConsultationId id, UUID to, int generation) {
        return rooms.find(id).flatMap(room -> room.peerOf(from, to, generation)).orElseThrow(Negotiations::stale);
    }

    static Problem stale() {
        return new Problem(ErrorCode.STALE_GENERATION, "This belongs to a connection that was replaced.");
    }
}
