package health.consilium.admin.person;

import health.consilium.admin.person.DataRequest.Kind;
import health.consilium.admin.person.DataRequest.State;
import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.PersonalData;
import health.consilium.kernel.PersonalData.Erased;
import health.consilium.kernel.PersonalData.Whose;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.Appointments;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Patients ask, the clinic decides, and all modules do their part: in one transaction, with its entry in the audit trail. */
@Service
public class Requests {
    private static final Duration TO_FETCH = Duration.ofDays(7);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RequestStore store;
    private final List<PersonalData> modules;
    private final Appointments appointments;
    private final Consultations consultations;
    private final AuditTrail trail;
    private final Clock clock;

    Requests(
            RequestStore store,
            List<PersonalData> modules,
            Appointments appointments,
            Consultations consultations,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.modules = List.copyOf(modules);
        this.appointments = appointments;
        this.consultations = consultations;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public void ask(CurrentUser who, Kind kind) {
        store.ask(who.id().value(), kind, clock.instant());
        trail.record(AuditEntry.of(who.actor(), Action.REQUESTED, Subject.PATIENT_DATA, null)
                .about(who.id().value())
                .with("kind", kind));
    }

    /** Again: nothing more happens. */
    @Transactional
    public void confirm(UUID id, CurrentUser by) {
        DataRequest request = open(id);
        if (request.state() != State.ASKED) {
            return;
        }
        Instant now = clock.instant();
        if (request.kind() == Kind.COPY) {
            store.decide(id, State.READY, by.id().value(), now, now.plus(TO_FETCH), "{}");
            trail.record(AuditEntry.of(by.actor(), Action.CONFIRMED, Subject.PATIENT_DATA, id)
                    .about(request.person())
                    .with("kind", Kind.COPY));
            return;
        }
        Map<String, Erased> outcome = erase(request.person());
        store.decide(id, State.DONE, by.id().value(), now, null, JSON.writeValueAsString(outcome));
        trail.record(AuditEntry.of(by.actor(), Action.DELETED, Subject.PATIENT_DATA, id)
                .about(request.person())
                .with("rows", outcome.values().stream().mapToInt(Erased::rows).sum()));
    }

    @Transactional
    public void refuse(UUID id, CurrentUser by) {
        DataRequest request = open(id);
        if (request.state() == State.ASKED) {
            store.decide(id, State.REFUSED, by.id().value(), clock.instant(), null, "{}");
            trail.record(AuditEntry.of(by.actor(), Action.REFUSED, Subject.PATIENT_DATA, id)
                    .about(request.person())
                    .with("kind", request.kind()));
        }
    }

    /** Once, and only while it may be fetched. */
    @Transactional
    public void collect(UUID id, CurrentUser who) {
        DataRequest request = open(id);
        Instant end = request.expiresAt();
        boolean ready = request.person().equals(who.id().value())
                && request.state() == State.READY
                && end != null
                && clock.instant().isBefore(end);
        if (!ready) {
            throw unknown();
        }
        store.collected(id);
        trail.record(AuditEntry.of(who.actor(), Action.EXPORTED, Subject.PATIENT_DATA, id)
                .about(request.person()));
    }

    public void write(UserId person, OutputStream out) throws IOException {
        Whose whose = whose(person.value());
        try (Copy copy = new Copy(out)) {
            for (PersonalData module : modules) {
                copy.section(module.section());
                module.export(whose, copy);
            }
        }
    }

    private Map<String, Erased> erase(UUID person) {
        Instant now = clock.instant();
        boolean expected = appointments.of(new UserId(person)).stream()
                .anyMatch(one -> one.status().name().equals("BOOKED") && now.isBefore(one.end()));
        if (expected) {
            throw new Problem(
                    ErrorCode.INVALID_REQUEST,
                    "This patient still has an appointment. Cancel it, or wait until it is over.");
        }
        Whose whose = whose(person);
        Map<String, Erased> outcome = new TreeMap<>();
        modules.forEach(module -> outcome.put(module.section(), module.erase(whose)));
        return outcome;
    }

    private Whose whose(UUID person) {
        List<Appointment> all = appointments.of(new UserId(person)).stream()
                .filter(one -> one.patient().value().equals(person))
                .toList();
        List<ConsultationView> views =
                consultations.ofAppointments(all.stream().map(Appointment::id).toList());
        return new Whose(
                person,
                all.stream().map(one -> one.id().value()).toList(),
                views.stream().map(view -> view.id().value()).toList());
    }

    private DataRequest open(UUID id) {
        return store.locked(id).orElseThrow(Requests::unknown);
    }

    private static Problem unknown() {
        return new Problem(ErrorCode.NOT_FOUND, "This is not known here, or was fetched already. Please ask again.");
    }
}
