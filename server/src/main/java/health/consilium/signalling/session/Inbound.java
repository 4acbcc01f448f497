package health.consilium.signalling.session;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.Envelope;
import health.consilium.signalling.frame.FrameCodec;
import health.consilium.signalling.frame.FrameType;
import health.consilium.signalling.frame.MalformedFrame;
import health.consilium.signalling.session.Dispatcher.Asked;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What comes in on a session: counted once, allowed or refused, acted on, answered. */
@Component
public class Inbound {
    private static final Logger log = LoggerFactory.getLogger(Inbound.class);

    private final FrameCodec codec;
    private final CallRooms rooms;
    private final Dispatcher dispatcher;

    Inbound(FrameCodec codec, CallRooms rooms, Dispatcher dispatcher) {
        this.codec = codec;
        this.rooms = rooms;
        this.dispatcher = dispatcher;
    }

    /** @throws MalformedFrame when the connection cannot be trusted any more */
    public void receive(Session session, Envelope frame) throws MalformedFrame {
        Optional<FrameType> type = FrameType.fromClient(frame.type());
        int size = frame.body().json().length();
        if (session.arrived(frame.seq(), frame.ack(), size) == Session.Arrival.SEEN_BEFORE) {
            session.confirm(null);
            return;
        }
        if (type.isEmpty()) {
            refuse(session, new Problem(ErrorCode.UNSUPPORTED, "This server does not know that frame."), frame.id());
            return;
        }
        if (type.get().reliable() != frame.seq() > 0) {
            throw new MalformedFrame("a number where none belongs, or none where one does");
        }
        try {
            ClientFrame body = (ClientFrame) codec.body(frame.body(), type.get().body());
            act(session, type.get(), body, frame.id());
        } catch (MalformedFrame e) {
            refuse(session, new Problem(ErrorCode.INVALID_REQUEST, "A frame could not be read."), frame.id());
            throw e;
        }
    }

    private void act(Session session, FrameType type, ClientFrame frame, @Nullable String id) {
        boolean[] answered = {false};
        try {
            if (!allowed(session, type.right())) {
                throw new Problem(ErrorCode.NOT_IN_CALL, "Please join the call on this page first.");
            }
            dispatcher.dispatch(frame, new Asked(session, id, answered));
            if (id != null && !answered[0]) {
                session.confirm(id);
            }
            session.acknowledgeIfMuch();
        } catch (Problem problem) {
            refuse(session, problem, id);
        } catch (RuntimeException e) {
            log.error("frame {} failed: {}", type, e.getClass().getName(), e);
            refuse(session, new Problem(ErrorCode.INTERNAL, "Something went wrong on our side."), id);
        }
    }

    private boolean allowed(Session session, FrameType.Right right) {
        return switch (right) {
            case ANYBODY -> true;
            case CALL -> session.call() != null;
            case NEGOTIATOR ->
                room(session).filter(room -> room.negotiates(session)).isPresent();
            case SEAT -> room(session).filter(room -> room.seated(session)).isPresent();
            case HANDSHAKE, SERVER -> false;
        };
    }

    private Optional<CallRoom> room(Session session) {
        return session.call() == null ? Optional.empty() : rooms.find(session.call());
    }

    private static void refuse(Session session, Problem problem, @Nullable String id) {
        session.send(Frames.problem(problem), id);
    }
}
