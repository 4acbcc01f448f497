package health.consilium.feedback;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.feedback.RatingStore.Kept;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.AppointmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The survey after a call: stars, what went wrong, a remark. Each person has their own. */
@Tag(name = "rating")
@RestController
@RequestMapping("/api/v1/consultations/{appointmentId}/rating")
class RatingController {
    private static final Duration EDITABLE = Duration.ofDays(1);

    private final Consultations consultations;
    private final RatingStore store;
    private final AuditTrail trail;
    private final Clock clock;

    RatingController(Consultations consultations, RatingStore store, AuditTrail trail, Clock clock) {
        this.consultations = consultations;
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /** What went wrong. */
    enum Issue {
        AUDIO,
        VIDEO,
        CONNECTION,
        OTHER
    }

    record Rating(
            @Min(0) @Max(5) int stars,
            @NotNull @Size(max = 4) Set<Issue> issues,
            @NotNull @Size(max = 2000) String text) {}

    /** @param editableUntil null when I have not rated yet */
    record MyRating(
            int stars,
            Set<Issue> issues,
            String text,
            @Nullable Instant editableUntil) {}

    /** Somebody's, for the doctor and the administrators of the clinic. */
    record GivenRating(UUID person, int stars, Set<Issue> issues, String text) {}

    @Operation(operationId = "getRating", summary = "My rating; no stars when I have not rated yet")
    @GetMapping
    MyRating get(@PathVariable UUID appointmentId, CurrentUser who) {
        return store.find(mine(appointmentId, who).id(), who.id())
                .map(RatingController::shown)
                .orElse(new MyRating(0, Set.of(), "", null));
    }

    private static MyRating shown(Kept kept) {
        Rating rating = kept.rating();
        return new MyRating(
                rating.stars(), rating.issues(), rating.text(), kept.givenAt().plus(EDITABLE));
    }

    @Operation(operationId = "getRatings", summary = "Doctor and administrators: what both said about the call")
    @ShowsHealthData(Subject.RATING)
    @GetMapping("/all")
    List<GivenRating> all(@PathVariable UUID appointmentId, CurrentUser who) {
        ConsultationView view = consultations
                .ofAppointment(new AppointmentId(appointmentId))
                .filter(one -> one.doctor().equals(who.id()) || who.is(Role.ADMIN))
                .orElseThrow(RatingController::unknown);
        return store.of(List.of(view.id())).getOrDefault(view.id(), List.of()).stream()
                .map(given -> new GivenRating(
                        given.person().value(),
                        given.stars(),
                        given.issues().stream().map(Issue::valueOf).collect(Collectors.toSet()),
                        given.remark()))
                .toList();
    }

    @Operation(
            operationId = "rate",
            summary = "Rates a consultation that is over; again within a day: replaces the rating")
    @PutMapping
    @Transactional
    MyRating rate(@PathVariable UUID appointmentId, @Valid @RequestBody Rating rating, CurrentUser who) {
        ConsultationView view = mine(appointmentId, who);
        if (rating.stars() < 1) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "Please choose one to five stars.");
        }
        if (!view.ended()) {
            throw new Problem(ErrorCode.NOT_IN_CALL, "This consultation is not over yet. You can rate it afterwards.");
        }
        Optional<Kept> before = store.find(view.id(), who.id());
        boolean closed = before.filter(
                        kept -> !clock.instant().isBefore(kept.givenAt().plus(EDITABLE)))
                .isPresent();
        if (closed) {
            throw new Problem(ErrorCode.RATING_CLOSED, "A rating can be changed for a day. Thank you for yours.");
        }
        store.save(view.id(), who.id(), rating);
        Action action = before.isPresent() ? Action.CHANGED : Action.CREATED;
        trail.record(AuditEntry.of(who.actor(), action, Subject.RATING, appointmentId)
                .about(view.patient().value()));
        return shown(store.find(view.id(), who.id()).orElseThrow());
    }

    private ConsultationView mine(UUID appointmentId, CurrentUser who) {
        return consultations
                .ofAppointment(new AppointmentId(appointmentId))
                .filter(view -> view.isParticipant(who.id()))
                .orElseThrow(RatingController::unknown);
    }

    private static Problem unknown() {
        return new Problem(ErrorCode.NOT_FOUND, "This consultation is not known here. Please check the link.");
    }
}
