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
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.Users;
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
    private final Users users;
    private final AuditTrail trail;
    private final Clock clock;

    Requests(
            RequestStore store,
            List<PersonalData> modules,
            Appointments appointments,
            Consultations consultations,
            Users users,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.modules = List.copyOf(modules);
        this.appointments = appointments;
        this.consultations = consultations;
        this.users = users;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public void ask(CurrentUser who, Kind kind) {
        Instant now = clock.instant();
        store.expire(who.id().value(), now);
        store.ask(who.id().value(), kind, now);
        trail.record(AuditEntry.of(who.actor(), Action.REQUESTED, Subject.PATIENT_DATA, null)
                .about(who.id().value())
                .with("kind", kind));
    }

    /**
     * For a patient who cannot ask here, for example because they come by links only. The same key again: the same request.
     *
     * @param reason how the patient asked, and how the clinic knows that it was them
     */
    @Transactional
    public void askFor(UserId patient, UUID key, Kind kind, String reason, CurrentUser by) {
        if (users.find(patient).filter(user -> user.role() == Role.PATIENT).isEmpty()) {
            throw new Problem(ErrorCode.NOT_FOUND, "There is no such patient.");
        }
        Instant now = clock.instant();
        UUID person = patient.value();
        store.expire(person, now);
        DataRequest asked = new DataRequest(
                UUID.randomUUID(),
                person,
                kind,
                State.ASKED,
                now,
                null,
                null,
                "{}",
                by.id().value(),
                reason);
        if (store.ask(asked, key)) {
            trail.record(AuditEntry.of(by.actor(), Action.REQUESTED, Subject.PATIENT_DATA, asked.id())
                    .about(person)
                    .with("kind", kind));
            return;
        }
        boolean again = store.byKey(key)
                .filter(one -> one.person().equals(person) && one.kind() == kind)
                .isPresent();
        if (!again) {
            throw new Problem(
                    ErrorCode.INVALID_REQUEST, "This is asked for already. Decide that request first, then ask again.");
        }
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

    /**
     * Once, and only while it may be fetched: by the patient, or by the clinic what the clinic wrote down for them.
     *
     * @return whose it is
     */
    @Transactional
    public UserId collect(UUID id, CurrentUser who) {
        DataRequest request = open(id);
        Instant end = request.expiresAt();
        boolean forThem = request.askedBy() != null && who.is(Role.ADMIN);
        boolean ready = (forThem || request.person().equals(who.id().value()))
                && request.state() == State.READY
                && end != null
                && clock.instant().isBefore(end);
        if (!ready) {
            throw unknown();
        }
        store.collected(id);
        trail.record(AuditEntry.of(who.actor(), Action.EXPORTED, Subject.PATIENT_DATA, id)
                .about(request.person()));
        return new UserId(request.person());
    }

    /** @param toThePatient whether they fetch it themselves */
    public void write(UserId person, boolean toThePatient, OutputStream out) throws IOException {
        Whose whose = whose(person.value());
        try (Copy copy = new Copy(out, toThePatient)) {
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
