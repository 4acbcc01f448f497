package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.DeclineReason;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.spi.FrameHandler;
import health.consilium.signalling.spi.Sender;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From a frame to whoever acts on it. */
@Component
class Dispatcher {
    private static final int LONGEST_NOTE = 500;

    private final Presences presences;
    private final Negotiations negotiations;
    private final Consultations consultations;
    private final Broadcasts broadcasts;
    private final Snapshots snapshots;
    private final Clock clock;
    private final Map<Class<?>, FrameHandler> features = new HashMap<>();

    Dispatcher(
            Presences presences,
            Negotiations negotiations,
            Consultations consultations,
            Broadcasts broadcasts,
            Snapshots snapshots,
            Clock clock,
            List<FrameHandler> handlers) {
        this.presences = presences;
        this.negotiations = negotiations;
        this.consultations = consultations;
        this.broadcasts = broadcasts;
        this.snapshots = snapshots;
        this.clock = clock;
        handlers.forEach(handler -> handler.handles().forEach(type -> features.put(type, handler)));
    }

    /** One frame and how to answer it. */
    record Asked(Session session, @Nullable String id, boolean[] answered) implements Sender {
        @Override
        public CurrentUser user() {
            return session.user();
        }

        @Override
        public ConsultationId consultation() {
            return Objects.requireNonNull(session.call());
        }

        @Override
        public void reply(ServerFrame frame) {
            session.send(frame, id);
            answered[0] = true;
        }
    }

    void dispatch(ClientFrame frame, Asked asked) {
        Session session = asked.session();
        switch (frame) {
            case ClientFrame.Hello f -> throw new Problem(ErrorCode.INVALID_REQUEST, "The greeting was made already.");
            case ClientFrame.Ping f -> asked.reply(new ServerFrame.Pong(clock.instant()));
            case ClientFrame.Ack f -> {}
            case ClientFrame.Ring f -> consultations.ring(asked.consultation(), session.person());
            case ClientFrame.RingCancel f -> consultations.cancelRing(asked.consultation(), session.person());
            case ClientFrame.RingAccept f -> consultations.accept(own(f.consultation(), session), session.person());
            case ClientFrame.RingDecline f ->
                consultations.decline(
                        own(f.consultation(), session), session.person(), reason(f.why()), note(f.note()));
            case ClientFrame.Join f -> presences.join(session, asked.consultation(), Boolean.TRUE.equals(f.takeover()));
            case ClientFrame.Leave f -> presences.leave(session, asked.consultation());
            case ClientFrame.MediaState f -> {
                session.media(Frames.media(f));
                broadcasts.mediaChanged(session, asked.consultation());
            }
            case ClientFrame.MediaLink f -> presences.mediaLink(session, asked.consultation(), f);
            case ClientFrame.RtcDescription f -> negotiations.description(session, asked.consultation(), f);
            case ClientFrame.RtcCandidates f -> negotiations.candidates(session, asked.consultation(), f);
            case ClientFrame.RtcReset f -> presences.reset(session, asked.consultation(), f);
            case ClientFrame.IceRefresh f -> {
                var fresh = snapshots.iceServers(
                        session, snapshots.own(asked.consultation().value(), session.person()));
                asked.reply(new ServerFrame.IceServersFrame(fresh.servers(), fresh.expiresAt()));
            }
            case ClientFrame.ChatSend f -> feature(f, asked);
            case ClientFrame.ChatRead f -> feature(f, asked);
            case ClientFrame.ChatTyping f -> feature(f, asked);
            case ClientFrame.QualityReport f -> feature(f, asked);
            case ClientFrame.QualityTiming f -> feature(f, asked);
            case ClientFrame.RecordingRequest f -> feature(f, asked);
            case ClientFrame.RecordingAnswer f -> feature(f, asked);
            case ClientFrame.RecordingStop f -> feature(f, asked);
            case ClientFrame.RecordingAble f -> feature(f, asked);
            case ClientFrame.RecordingTake f -> feature(f, asked);
            case ClientFrame.RecordingHealth f -> feature(f, asked);
        }
    }

    private void feature(ClientFrame frame, Asked asked) {
        FrameHandler handler = features.get(frame.getClass());
        if (handler == null) {
            throw new Problem(ErrorCode.UNSUPPORTED, "This server does not offer that.");
        }
        handler.handle(frame, asked);
    }

    private ConsultationId own(UUID consultation, Session session) {
        return snapshots.own(consultation, session.person()).id();
    }

    private static @Nullable String note(@Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "A note has up to " + LONGEST_NOTE + " characters.");
        }
        return note;
    }

    private static DeclineReason reason(String why) {
        return Arrays.stream(DeclineReason.values())
                .filter(reason -> reason.name().equals(why))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.INVALID_REQUEST, "This reason is not known here."));
    }
}
