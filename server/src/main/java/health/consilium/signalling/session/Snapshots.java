package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.relay.IceServers;
import health.consilium.relay.IceServers.Holder;
import health.consilium.relay.IceServersJson;
import health.consilium.signalling.frame.ServerFrame.CallSnapshot;
import health.consilium.signalling.frame.ServerFrame.LobbySnapshot;
import health.consilium.signalling.frame.ServerFrame.RingIncoming;
import health.consilium.signalling.frame.ServerFrame.RingState;
import health.consilium.signalling.frame.ServerFrame.State;
import health.consilium.signalling.spi.RecordingStates;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Everything a page needs to know when it begins, or when it was away for too long. */
@Component
class Snapshots {
    private static final Duration AFTER_THE_SLOT = Duration.ofMinutes(5);

    private final Consultations consultations;
    private final KnownConsultations known;
    private final Unreachable unreachable;
    private final Frames frames;
    private final IceServers iceServers;
    private final RecordingStates recordings;
    private final Shown shown;

    Snapshots(
            Consultations consultations,
            KnownConsultations known,
            Unreachable unreachable,
            Frames frames,
            IceServers iceServers,
            RecordingStates recordings,
            Shown shown) {
        this.consultations = consultations;
        this.known = known;
        this.unreachable = unreachable;
        this.frames = frames;
        this.iceServers = iceServers;
        this.recordings = recordings;
        this.shown = shown;
    }

    LobbySnapshot lobby(Session session) {
        List<ConsultationView> current = consultations.currentOf(session.person());
        List<RingIncoming> rings = current.stream()
                .filter(view -> view.ringing() != null && !view.ringing().by().equals(session.person()))
                .peek(view -> shown.ring(view, session.person()))
                .map(frames::incoming)
                .flatMap(Optional::stream)
                .toList();
        List<State> states = current.stream().map(Frames::state).toList();
        return new LobbySnapshot(rings, states);
    }

    CallSnapshot call(Session session, ConsultationId id, CallRoom room) {
        ConsultationView view = known.find(id).orElseThrow();
        ConsultationView.Ring ring = view.ringing();
        RingState state = ring == null || !ring.by().equals(session.person())
                ? null
                : new RingState(id.value(), ringing(view), null, null);
        return new CallSnapshot(
                Frames.state(view),
                frames.participants(view, room),
                room.peersFor(session),
                state,
                iceServers(session, view),
                room.seated(session),
                room.seatTakenFrom(session),
                recordings.available(),
                recordings.rules(),
                recordings.of(view).orElse(null));
    }

    /** @throws Problem NOT_FOUND, also when it is somebody else's */
    ConsultationView own(UUID id, UserId person) {
        return known.find(new ConsultationId(id))
                .filter(view -> view.isParticipant(person))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This consultation is not known here."));
    }

    String ringing(ConsultationView view) {
        ConsultationView.Ring ring = view.ringing();
        return ring == null || unreachable.note(view.other(ring.by())) ? "unreachable" : "ringing";
    }

    IceServersJson iceServers(Session session, ConsultationView view) {
        return IceServersJson.of(iceServers.grant(
                Holder.inCall(session.person(), view.id().value()),
                session.host(),
                view.endsAt().plus(AFTER_THE_SLOT)));
    }
}
