package health.consilium.quality.report;

import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationSummary;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.quality.CallQuality;
import health.consilium.quality.CallVerdict;
import health.consilium.quality.PersonFigures;
import health.consilium.scheduling.AppointmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How good a call was: the whole of it for its doctor, a word for both. */
@Tag(name = "quality")
@RestController
@RequestMapping("/api/v1/consultations/{appointmentId}/quality")
class QualityController {
    /** By then a call is summed up; where there is nothing still, nobody measured. */
    private static final Duration SUMMED_UP_WITHIN = Duration.ofSeconds(30);

    private final Consultations consultations;
    private final CallQuality quality;
    private final Clock clock;

    QualityController(Consultations consultations, CallQuality quality, Clock clock) {
        this.consultations = consultations;
        this.quality = quality;
        this.clock = clock;
    }

    /** @param ready false while the call goes on or is being summed up: ask again */
    record QualityReport(
            boolean ready, CallVerdict verdict, long durationSeconds, PersonFigures patient, PersonFigures doctor) {}

    record QualitySummary(boolean ready, CallVerdict verdict, int interruptions) {}

    @ShowsHealthData(Subject.QUALITY_REPORT)
    @Operation(operationId = "getQualityReport", summary = "What was measured of the call, for its doctor")
    @GetMapping
    QualityReport report(@PathVariable UUID appointmentId, CurrentUser who) {
        ConsultationView view = required(appointmentId, found -> found.doctor().equals(who.id()));
        Map<UserId, PersonFigures> people = figures(view);
        return new QualityReport(
                ready(view, people),
                CallVerdict.of(view, people),
                ConsultationSummary.of(view).durationSeconds(),
                people.getOrDefault(view.patient(), PersonFigures.NONE),
                people.getOrDefault(view.doctor(), PersonFigures.NONE));
    }

    @ShowsHealthData(Subject.QUALITY_REPORT)
    @Operation(operationId = "getQualitySummary", summary = "How good the call was, in a word, for both")
    @GetMapping("/summary")
    QualitySummary summary(@PathVariable UUID appointmentId, CurrentUser who) {
        ConsultationView view = required(appointmentId, found -> found.isParticipant(who.id()));
        Map<UserId, PersonFigures> people = figures(view);
        int interruptions = people.values().stream()
                .mapToInt(PersonFigures::reconnects)
                .max()
                .orElse(0);
        return new QualitySummary(ready(view, people), CallVerdict.of(view, people), interruptions);
    }

    private Map<UserId, PersonFigures> figures(ConsultationView view) {
        return view.ended() ? quality.of(List.of(view.id())).getOrDefault(view.id(), Map.of()) : Map.of();
    }

    private boolean ready(ConsultationView view, Map<UserId, PersonFigures> people) {
        Instant endedAt = view.endedAt();
        return endedAt != null
                && (view.firstLiveAt() == null
                        || people.values().stream().anyMatch(person -> person.measured() != null)
                        || !clock.instant().isBefore(endedAt.plus(SUMMED_UP_WITHIN)));
    }

    /** Unknown and foreign look the same. */
    private ConsultationView required(UUID appointmentId, Predicate<ConsultationView> mine) {
        return consultations
                .ofAppointment(new AppointmentId(appointmentId))
                .filter(mine)
                .orElseThrow(() -> new Problem(
                        ErrorCode.NOT_FOUND, "This consultation is not known here. Please check the link."));
    }
}
