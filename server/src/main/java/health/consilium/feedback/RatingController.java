package health.consilium.feedback;

import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
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
import java.util.Set;
import java.util.UUID;
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
    private final Consultations consultations;
    private final RatingStore store;

    RatingController(Consultations consultations, RatingStore store) {
        this.consultations = consultations;
        this.store = store;
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

    @Operation(operationId = "getRating", summary = "My rating; no stars when I have not rated yet")
    @GetMapping
    Rating get(@PathVariable UUID appointmentId, CurrentUser who) {
        return store.find(mine(appointmentId, who).id(), who.id()).orElse(new Rating(0, Set.of(), ""));
    }

    @Operation(operationId = "rate", summary = "Rates a consultation that is over; again: replaces the rating")
    @PutMapping
    Rating rate(@PathVariable UUID appointmentId, @Valid @RequestBody Rating rating, CurrentUser who) {
        ConsultationView view = mine(appointmentId, who);
        if (rating.stars() < 1) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "Please choose one to five stars.");
        }
        if (!view.ended()) {
            throw new Problem(ErrorCode.NOT_IN_CALL, "This consultation is not over yet. You can rate it afterwards.");
        }
        store.save(view.id(), who.id(), rating);
        return rating;
    }

    private ConsultationView mine(UUID appointmentId, CurrentUser who) {
        return consultations
                .ofAppointment(new AppointmentId(appointmentId))
                .filter(view -> view.isParticipant(who.id()))
                .orElseThrow(() -> new Problem(
                        ErrorCode.NOT_FOUND, "This consultation is not known here. Please check the link."));
    }
}
