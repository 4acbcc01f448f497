package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationChanged;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.EndingSoon;
import health.consilium.consultation.RingChanged;
import health.consilium.identity.UserId;
import health.consilium.kernel.AfterCommit;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.frame.ServerFrame.Bye;
import health.consilium.signalling.frame.ServerFrame.RingStop;
import health.consilium.signalling.spi.Outbox;
import health.consilium.signalling.spi.Sender;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells pages what was committed. */
@Component
class Broadcasts implements Outbox {
    private final SessionRegistry registry;
    private final CallRooms rooms;
    private final Frames frames;
    private final Snapshots snapshots;
    private final Consultations consultations;
    private final KnownConsultations known;
    private final Unreachable unreachable;
    private final Shown shown;

    Broadcasts(
            SessionRegistry registry,
            CallRooms rooms,
            Frames frames,
            Snapshots snapshots,
            Consultations consultations,
            KnownConsultations known,
            Unreachable unreachable,
            Shown shown) {
        this.registry = registry;
        this.rooms = rooms;
        this.frames = frames;
        this.snapshots = snapshots;
        this.consultations = consultations;
        this.known = known;
        this.unreachable = unreachable;
        this.shown = shown;
    }

    @EventListener
    void on(ConsultationChanged changed) {
        AfterCommit.run(() -> tell(changed));
    }

    private void tell(ConsultationChanged changed) {
        ConsultationView view = changed.view();
        known.learn(view);
        toBoth(view, Frames.state(view));
        rooms.find(view.id()).ifPresent(room -> {
            tellPresence(view, room);
            if (view.ended()) {
                dismiss(room);
            }
        });
    }

    private void tellPresence(ConsultationView view, CallRoom room) {
        room.present(view.version(), view.present()).ifPresent(before -> tellPresence(view, room, before));
    }

    private void tellPresence(ConsultationView view, CallRoom room, Set<UserId> before) {
        Set<UserId> changed = new HashSet<>(view.present());
        changed.addAll(before);
        for (UserId person : changed) {
            boolean now = view.present().contains(person);
            if (now != before.contains(person)) {
                ServerFrame.Participant participant = frames.participant(view, person, room);
                ServerFrame frame = now
                        ? new ServerFrame.ParticipantJoined(participant)
                        : new ServerFrame.ParticipantLeft(participant);
                room.sessions().forEach(session -> session.send(frame));
            }
        }
    }

    private void dismiss(CallRoom room) {
        for (Session session : room.sessions()) {
            room.remove(session);
            registry.remove(session);
            session.end(new Bye("ENDED", "DISCONNECT"), CloseCode.ENDED);
        }
        rooms.closeIfEmpty(room);
    }

    @EventListener
    void on(RingChanged changed) {
        if (rings(changed) && !registry.of(changed.callee()).isEmpty()) {
            shown.ring(changed.view(), changed.callee());
        }
        AfterCommit.run(() -> tell(changed));
    }

    private void tell(RingChanged changed) {
        ConsultationView view = changed.view();
        known.learn(view);
        String state = changed.state().name().toLowerCase(Locale.ROOT);
        if (rings(changed)) {
            ConsultationView.Ring ring = view.ringing();
            if (ring != null) {
                ServerFrame incoming = frames.incoming(view, changed.caller(), ring.since());
                registry.of(changed.callee()).forEach(session -> session.send(incoming));
            }
            state = changed.state() == RingChanged.State.BUSY ? "busy" : snapshots.ringing(view);
        } else {
            String reason = view.ended() ? "ended" : state;
            registry.of(changed.callee())
                    .forEach(session -> session.send(new RingStop(view.id().value(), reason)));
        }
        toCaller(
                view,
                changed.caller(),
                new ServerFrame.RingState(
                        view.id().value(),
                        state,
                        changed.why() == null ? null : changed.why().name(),
                        changed.note()));
    }

    private static boolean rings(RingChanged changed) {
        return changed.state() == RingChanged.State.RINGING || changed.state() == RingChanged.State.BUSY;
    }

    @EventListener
    void on(EndingSoon soon) {
        AfterCommit.run(() -> tell(soon));
    }

    private void tell(EndingSoon soon) {
        ConsultationView view = soon.view();
        toRoom(view.id(), new ServerFrame.SlotWarning(view.id().value(), soon.minutesLeft(), view.endsAt()));
    }

    /** Somebody's first page came: whoever rings them in vain so far learns that it rings now. */
    void cameOnline(UserId person) {
        if (!unreachable.cameBack(person)) {
            return;
        }
        for (ConsultationView view : consultations.currentOf(person)) {
            ConsultationView.Ring ring = view.ringing();
            if (ring != null && !ring.by().equals(person)) {
                toCaller(view, ring.by(), new ServerFrame.RingState(view.id().value(), "ringing", null, null));
            }
        }
    }

    void mediaChanged(Session session, ConsultationId id) {
        known.find(id)
                .ifPresent(view -> rooms.find(id).ifPresent(room -> {
                    var updated = new ServerFrame.ParticipantUpdated(frames.participant(view, session.person(), room));
                    room.sessions().stream().filter(other -> other != session).forEach(other -> other.send(updated));
                }));
    }

    private void toBoth(ConsultationView view, ServerFrame frame) {
        for (UserId person : List.of(view.patient(), view.doctor())) {
            registry.of(person).stream()
                    .filter(session -> session.call() == null || view.id().equals(session.call()))
                    .forEach(session -> session.send(frame));
        }
    }

    private void toCaller(ConsultationView view, UserId caller, ServerFrame frame) {
        registry.of(caller).stream()
                .filter(session -> view.id().equals(session.call()))
                .forEach(session -> session.send(frame));
    }

    private void toRoom(ConsultationId id, ServerFrame frame) {
        rooms.find(id).ifPresent(room -> room.sessions().forEach(session -> session.send(frame)));
    }

    @Override
    public void toAll(ConsultationId consultation, ServerFrame frame) {
        AfterCommit.run(() -> toRoom(consultation, frame));
    }

    @Override
    public void toPages(UserId person, Supplier<ServerFrame> frame) {
        List<Session> pages = registry.of(person).stream()
                .filter(session -> session.call() == null)
                .toList();
        if (!pages.isEmpty()) {
            ServerFrame made = frame.get();
            pages.forEach(session -> session.send(made));
        }
    }

    @Override
    public void toPerson(ConsultationId consultation, UserId person, ServerFrame frame) {
        rooms.find(consultation)
                .ifPresent(room -> room.sessions().stream()
                        .filter(session -> session.person().equals(person))
                        .forEach(session -> session.send(frame)));
    }

    @Override
    public void toCall(ConsultationId consultation, ServerFrame frame, Sender except) {
        rooms.find(consultation)
                .ifPresent(room -> room.sessions().stream()
                        .filter(session -> !(except instanceof Dispatcher.Asked asked) || asked.session() != session)
                        .forEach(session -> session.send(frame)));
    }

    @Override
    public void toOthers(ConsultationId consultation, UserId person, ServerFrame frame) {
        rooms.find(consultation)
                .ifPresent(room -> room.sessions().stream()
                        .filter(session -> !session.person().equals(person))
                        .forEach(session -> session.send(frame)));
    }
}
