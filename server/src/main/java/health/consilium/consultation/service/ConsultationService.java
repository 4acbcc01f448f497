package health.consilium.consultation.service;

import health.consilium.conferencing.Rooms;
import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.consultation.CallLogEntry;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Limits;
import health.consilium.consultation.store.CallLog;
import health.consilium.consultation.store.ConsultationStore;
import health.consilium.consultation.store.Stored;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Finding consultations and coming in. */
@Service
public class ConsultationService {
    private final ConsultationStore store;
    private final CallLog log;
    private final Appointments appointments;
    private final Access access;
    private final Rooms rooms;
    private final Limits limits;
    private final Clock clock;

    ConsultationService(
            ConsultationStore store,
            CallLog log,
            Appointments appointments,
            Access access,
            Rooms rooms,
            Limits limits,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.appointments = appointments;
        this.access = access;
        this.rooms = rooms;
        this.limits = limits;
        this.clock = clock;
    }

    /** Made with the appointment; made here when an appointment came by another way (an import). */
    public Stored ensure(Appointment appointment) {
        return store.ofAppointment(appointment.id()).orElseGet(() -> {
            store.insert(
                    Consultation.scheduled(
                            new ConsultationId(UUID.randomUUID()),
                            appointment.id(),
                            appointment.patient(),
                            appointment.doctor(),
                            appointment.start(),
                            appointment.end()),
                    clock.instant());
            return store.ofAppointment(appointment.id()).orElseThrow();
        });
    }

    Optional<Problem> refusal(AppointmentId id, CurrentUser who) {
        Appointment appointment = required(id);
        Optional<Problem> nothing = notFirm(appointment, who);
        if (nothing.isPresent()) {
            return nothing;
        }
        return access.refusal(appointment, ensure(appointment).consultation(), who, clock.instant());
    }

    /** A time that is only held has no consultation yet, and one that was not paid in time never gets one. */
    Optional<Problem> notFirm(Appointment appointment, CurrentUser who) {
        boolean none = !appointment.status().firm()
                || appointment.status() == AppointmentStatus.CANCELLED
                        && store.ofAppointment(appointment.id()).isEmpty();
        return none ? Optional.of(access.notFirm(appointment, who)) : Optional.empty();
    }

    /** A room and a grant for somebody whom nothing speaks against. */
    JoinGrant admit(ConsultationView view, CurrentUser who) {
        boolean owner = who.id().equals(view.doctor());
        return rooms.admit(
                ConsultationWindow.of(view),
                new Admission(who.id().value(), who.displayName(), owner, view.opensAt(), view.endsAt()));
    }

    public Optional<Room> roomOf(ConsultationId id) {
        return rooms.of(id.value());
    }

    Appointment required(AppointmentId id) {
        return appointments
                .find(id)
                .orElseThrow(() ->
                        new Problem(ErrorCode.NOT_FOUND, "This appointment is not known here. Please check the link."));
    }

    public Optional<Stored> find(ConsultationId id) {
        return store.find(id);
    }

    public List<CallLogEntry> log(ConsultationId id) {
        return log.of(id);
    }

    /** Where the doctor's next appointment stands in the way of an extension, at the latest at the limit. */
    Instant latestEnd(Consultation c) {
        Instant limit = c.endsAt()
                .plus(limits.extension())
                .minus(Duration.ofMinutes(c.history().extendedMinutes()));
        return appointments
                .nextStartOf(c.doctor(), c.endsAt())
                .filter(next -> next.isBefore(limit))
                .orElse(limit);
    }
}
