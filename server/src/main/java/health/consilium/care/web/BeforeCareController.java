package health.consilium.care.web;

import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.care.BeforeCare;
import health.consilium.care.CareProperties;
import health.consilium.care.CareProperties.AddressRule;
import health.consilium.care.CareRecord;
import health.consilium.care.ConsentAnswer;
import health.consilium.care.ConsentAnswer.Kind;
import health.consilium.care.store.ConsentStore;
import health.consilium.care.store.ConsentText;
import health.consilium.care.store.ConsentTexts;
import health.consilium.care.store.VisitStore;
import health.consilium.care.store.VisitStore.Stated;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** U6 to U8: what a patient is asked on the way in, and what is on record about it. */
@Tag(name = "before care")
@RestController
@RequestMapping("/api/v1/appointments/{appointmentId}")
class BeforeCareController {
    private final Visits own;
    private final VisitStore visits;
    private final ConsentStore consents;
    private final ConsentTexts texts;
    private final CareProperties settings;
    private final BeforeCare care;
    private final Users users;
    private final Clock clock;

    BeforeCareController(
            Visits own,
            VisitStore visits,
            ConsentStore consents,
            ConsentTexts texts,
            CareProperties settings,
            BeforeCare care,
            Users users,
            Clock clock) {
        this.own = own;
        this.visits = visits;
        this.consents = consents;
        this.texts = texts;
        this.settings = settings;
        this.care = care;
        this.users = users;
        this.clock = clock;
    }

    /**
     * What stands between the patient and the waiting room.
     *
     * @param consent the question about care by video
     * @param visit the question where they are
     */
    record BeforeCareJson(ConsentQuestion consent, VisitQuestion visit, SeenByJson doctor) {}

    /** @param answer the patient's newest answer to this wording */
    record ConsentQuestion(
            boolean required,
            @Nullable Kind answer,
            int version,
            String language,
            String title,
            List<String> paragraphs) {}

    /**
     * The question where they are.
     *
     * @param stated whether it was said for this visit, not long ago
     * @param known what was said last, here or at an earlier visit; to be confirmed
     * @param country chosen beforehand where nothing is known
     */
    record VisitQuestion(
            AddressRule rule,
            boolean stated,
            @Nullable VisitJson known,
            @Nullable String country) {}

    /** U7: who will see them. */
    record SeenByJson(String name, String about, @Nullable String licence) {}

    /** @param cannotSay the patient is somewhere they cannot name; the doctor is told */
    record Statement(@NotNull @Valid VisitJson visit, boolean cannotSay) {}

    @Operation(operationId = "getBeforeCare", summary = "Patient: what to answer before coming in")
    @GetMapping("/before-care")
    BeforeCareJson before(
            @PathVariable UUID appointmentId,
            @RequestParam(required = false) @Nullable String language,
            CurrentUser who) {
        Appointment appointment = own.ofPatient(appointmentId, who);
        ConsentText text = texts.in(language == null ? who.locale() : language);
        Kind answer = consents.of(who.id()).stream()
                .filter(one -> one.version() == text.version())
                .findFirst()
                .map(ConsentAnswer::answer)
                .orElse(null);
        Optional<Stated> here = visits.of(appointment);
        VisitJson known = here.or(() -> visits.last(who.id()))
                .map(Stated::visit)
                .map(VisitJson::of)
                .orElse(null);
        UserView doctor = users.find(appointment.doctor()).orElseThrow();
        return new BeforeCareJson(
                new ConsentQuestion(
                        settings.consentRequired(),
                        answer,
                        text.version(),
                        text.language(),
                        text.title(),
                        text.paragraphs()),
                new VisitQuestion(
                        settings.address(),
                        here.filter(Stated::fresh).isPresent(),
                        known,
                        settings.country() == null || settings.country().isEmpty() ? null : settings.country()),
                new SeenByJson(
                        doctor.displayName(),
                        doctor.about(),
                        care.licence(doctor.id()).orElse(null)));
    }

    @Operation(
            operationId = "stateVisit",
            summary = "Patient: where I am for this visit and whom to reach; again: replaces it")
    @PutMapping("/visit")
    Map<String, Object> state(@PathVariable UUID appointmentId, @Valid @RequestBody Statement said, CurrentUser who) {
        Appointment appointment = own.ofPatient(appointmentId, who);
        Instant now = clock.instant();
        if (appointment.status() != AppointmentStatus.BOOKED || !now.isBefore(appointment.end())) {
            throw new Problem(
                    ErrorCode.TOO_LATE, "This appointment is over, so we do not need to know where you are any more.");
        }
        var visit = said.visit().visit();
        if (settings.address() == AddressRule.REQUIRED && visit.address() == null && !said.cannotSay()) {
            throw new Problem(
                    ErrorCode.INVALID_REQUEST,
                    "Please write where you are right now, or say that you cannot give an address.",
                    Map.of("field", "visit.address"));
        }
        visits.save(appointment, visit, who.actor());
        return Map.of();
    }

    /** What is on record about a visit; the address is not part of it. */
    record CareRecordJson(
            @Nullable ConsentMark consent, @Nullable IdentityMark identity) {
        static CareRecordJson of(CareRecord record) {
            return new CareRecordJson(
                    record.consent() == null ? null : ConsentMark.of(record.consent()),
                    record.identity() == null
                            ? null
                            : new IdentityMark(
                                    record.identity().doctor().value(),
                                    record.identity().at()));
        }
    }

    record ConsentMark(int version, String language, Kind answer, Instant at) {
        static ConsentMark of(ConsentAnswer answer) {
            return new ConsentMark(answer.version(), answer.language(), answer.answer(), answer.at());
        }
    }

    record IdentityMark(UUID doctor, Instant at) {}

    @Operation(operationId = "getCareRecord", summary = "Consent and identity as they are on record for this visit")
    @ShowsHealthData(Subject.PATIENT_DATA)
    @GetMapping("/care-record")
    CareRecordJson record(@PathVariable UUID appointmentId, CurrentUser who) {
        return CareRecordJson.of(
                care.of(who.is(Role.ADMIN) ? own.any(appointmentId) : own.ofParticipant(appointmentId, who)));
    }
}
