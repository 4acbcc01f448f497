package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.ServerFrame.Bye;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who counts as being there. A person is lost when their connection is gone and the others miss their media, or when their
 * session's grace is over; a socket that breaks while media flows is nothing to tell anybody.
 */
@Component
class Presences {
    private final Consultations consultations;
    private final CallRooms rooms;
    private final SessionRegistry registry;
    private final Absentees absentees;
    private final KnownConsultations known;
    private final Shown shown;

    Presences(
            Consultations consultations,
            CallRooms rooms,
            SessionRegistry registry,
            Absentees absentees,
            KnownConsultations known,
            Shown shown) {
        this.consultations = consultations;
        this.rooms = rooms;
        this.registry = registry;
        this.absentees = absentees;
        this.known = known;
        this.shown = shown;
    }

    void join(Session session, ConsultationId id, boolean takeover) {
        CallRoom room = open(id);
        known.find(id).ifPresent(view -> shown.call(view, session.person()));
        CallRoom.Seating seating = room.seat(session, takeover)
                .orElseThrow(() -> new Problem(
                        ErrorCode.ALREADY_IN_CALL,
                        "You are already in this call on another page. You can move it here."));
        Session former = seating.former();
        if (former != null) {
            registry.remove(former);
            former.end(new Bye("MOVED", "DISCONNECT"), CloseCode.CONNECTED_ELSEWHERE);
        }
        resetIf(seating.anew(), room);
        consultations.arrived(id, session.person());
    }

    void leave(Session session, ConsultationId id) {
        Optional<CallRoom> room = rooms.find(id);
        boolean seated = room.isEmpty() || room.get().seated(session);
        room.ifPresent(open -> resetIf(open.unseat(session), open));
        if (seated) {
            consultations.left(id, session.person());
        }
    }

    void mediaLink(Session session, ConsultationId id, ClientFrame.MediaLink link) {
        CallRoom room = open(id);
        if (room.peerOf(session, link.peer(), link.generation()).isEmpty()) {
            throw Negotiations.stale();
        }
        boolean up = link.state() == ClientFrame.LinkState.up;
        room.mediaSeen(session.person(), up);
        if (up) {
            consultations.mediaUp(id, session.person());
        } else {
            UserId peer = new UserId(link.peer());
            Session seat = room.seatOf(peer);
            if (seat != null && !seat.attached()) {
                consultations.linkLost(id, peer);
            }
        }
    }

    /** The last page may go while a frame of it is still on its way to here. */
    private CallRoom open(ConsultationId id) {
        return rooms.find(id)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_IN_CALL, "This page has left the consultation already."));
    }

    /** A session comes into its room, or back into it. */
    void entered(Session session, ConsultationView view) {
        CallRoom room = rooms.open(view.id(), view.doctor());
        room.present(view.version(), view.present());
        if (view.mediaUp()) {
            room.mediaWasUp();
        }
        resetIf(room.enter(session), room);
    }

    void resumed(Session session, ConsultationId id) {
        if (rooms.find(id).filter(room -> room.seated(session)).isPresent()) {
            consultations.arrived(id, session.person());
        }
    }

    void connectionLost(Session session, ConsultationId id) {
        rooms.find(id)
                .filter(room -> room.seated(session) && room.othersMiss(session.person()))
                .ifPresent(room -> consultations.linkLost(id, session.person()));
    }

    /** A session is over for good. */
    void gone(Session session, ConsultationId id) {
        rooms.find(id).ifPresent(room -> {
            boolean seated = room.seated(session);
            boolean anew = room.remove(session);
            rooms.closeIfEmpty(room);
            resetIf(anew, room);
            if (seated) {
                absentees.lost(id, session.person());
            }
        });
    }

    void reset(Session session, ConsultationId id, ClientFrame.RtcReset reset) {
        CallRoom room = open(id);
        resetIf(room.reset(session, reset.to(), reset.generation()), room);
    }

    /** Media begins anew; where nobody has told yet that it flows, there is nothing to take back. */
    private void resetIf(boolean anew, CallRoom room) {
        if (anew && room.mediaIsVoid()) {
            try {
                consultations.mediaReset(room.id());
            } catch (RuntimeException e) {
                room.mediaWasUp();
                throw e;
            }
        }
    }
}
