package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationView;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Appointments;
import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.frame.ServerFrame.AppointmentInfo;
import health.consilium.signalling.frame.ServerFrame.Media;
import health.consilium.signalling.frame.ServerFrame.Participant;
import health.consilium.signalling.frame.ServerFrame.RingIncoming;
import health.consilium.signalling.frame.ServerFrame.State;
import health.consilium.signalling.frame.ServerFrame.Who;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what other modules know in the words of the protocol. */
@Component
class Frames {
    private static final Pattern STAY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final KnownPeople people;
    private final Appointments appointments;

    Frames(KnownPeople people, Appointments appointments) {
        this.people = people;
        this.appointments = appointments;
    }

    static State state(ConsultationView v) {
        return new State(
                v.id().value(),
                v.appointment().value(),
                v.version(),
                v.phase().name(),
                v.present().stream().map(UserId::value).sorted().toList(),
                value(v.absent()),
                v.opensAt(),
                v.startsAt(),
                v.endsAt(),
                v.noShowAt(),
                v.graceEndsAt(),
                v.firstLiveAt(),
                v.endedAt(),
                v.endReason() == null ? null : v.endReason().name(),
                new ServerFrame.Extension(v.extendedMinutes(), v.extensionAvailable()));
    }

    private static java.util.@Nullable UUID value(@Nullable UserId person) {
        return person == null ? null : person.value();
    }

    List<Participant> participants(ConsultationView view, @Nullable CallRoom room) {
        return List.of(participant(view, view.patient(), room), participant(view, view.doctor(), room));
    }

    Participant participant(ConsultationView view, UserId person, @Nullable CallRoom room) {
        Session seat = room == null ? null : room.seatOf(person);
        Who who = people.who(person);
        return new Participant(
                who.id(),
                who.name(),
                who.role(),
                view.present().contains(person),
                seat == null ? Media.NOTHING : seat.media());
    }

    /** A page that says nothing of it has paused nothing and wants everything. */
    static Media media(ClientFrame.MediaState state) {
        return new Media(
                state.microphone(),
                state.camera(),
                state.screen(),
                Boolean.TRUE.equals(state.paused()),
                Objects.requireNonNullElse(state.receive(), ClientFrame.Receive.full),
                stay(state.stay()));
    }

    private static @Nullable String stay(@Nullable String stay) {
        if (stay != null && !STAY.matcher(stay).matches()) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "This is no name of a stay in a room.");
        }
        return stay;
    }

    Optional<RingIncoming> incoming(ConsultationView view) {
        ConsultationView.Ring ring = view.ringing();
        return ring == null ? Optional.empty() : Optional.of(incoming(view, ring.by(), ring.since()));
    }

    RingIncoming incoming(ConsultationView view, UserId from, Instant since) {
        String reason = appointments
                .find(new AppointmentId(view.appointment().value()))
                .map(appointment -> appointment.reason())
                .orElse("");
        return new RingIncoming(
                view.id().value(),
                new AppointmentInfo(view.appointment().value(), view.startsAt(), view.endsAt(), reason),
                people.who(from),
                since);
    }

    static ServerFrame.ProblemFrame problem(Problem problem) {
        Object seconds = problem.details().get("retryAfterSeconds");
        return new ServerFrame.ProblemFrame(
                problem.code().name(),
                problem.code().category().name(),
                problem.sentence(),
                problem.code().retryable(),
                seconds instanceof Number number ? number.longValue() : null);
    }
}
