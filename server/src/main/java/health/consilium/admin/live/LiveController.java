package health.consilium.admin.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import health.consilium.audit.NamesPatients;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.PhaseName;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.quality.CallQuality;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A7: what goes on in the clinic at this moment. Who ends a call uses {@code endConsultation}. */
@Tag(name = "admin")
@RestController
class LiveController {
    private final Consultations consultations;
    private final Users users;
    private final CallQuality quality;

    LiveController(Consultations consultations, Users users, CallQuality quality) {
        this.consultations = consultations;
        this.users = users;
        this.quality = quality;
    }

    /**
     * A consultation in which somebody is or was, and that is not over.
     *
     * @param since when people first spoke; before that, since when the patient has been waiting; null: neither yet
     * @param patientHere whether the patient is there now
     * @param backBy while INTERRUPTED: until when the absent one may come back
     * @param score how the one who fares worst fares right now: 5 excellent to 1 bad, 0 nothing arrives; null: not known
     */
    record LiveCall(
            @JsonIgnore UUID patientId,
            UUID appointmentId,
            String patient,
            String doctor,
            PhaseName phase,
            @Nullable Instant since,
            boolean patientHere,
            boolean doctorHere,
            Instant endsAt,
            @Nullable Instant backBy,
            @Nullable Integer score)
            implements NamesPatients {
        @Override
        public Collection<UUID> patientsNamed() {
            return List.of(patientId);
        }
    }

    @ShowsHealthData(Subject.CALL)
    @Operation(operationId = "listLiveCalls", summary = "The consultations that go on now, the longest first")
    @GetMapping("/api/v1/admin/live")
    List<LiveCall> live() {
        List<ConsultationView> views = consultations.inProgress();
        Map<UserId, UserView> people = users.findAll(views.stream()
                .flatMap(view -> Stream.of(view.patient(), view.doctor()))
                .collect(Collectors.toSet()));
        return views.stream()
                .filter(view -> !view.came().isEmpty())
                .map(view -> call(view, people))
                .sorted(Comparator.comparing(LiveController::began))
                .toList();
    }

    private static Instant began(LiveCall call) {
        Instant since = call.since();
        return since == null ? Instant.MAX : since;
    }

    private LiveCall call(ConsultationView view, Map<UserId, UserView> people) {
        return new LiveCall(
                view.patient().value(),
                view.appointment().value(),
                name(people.get(view.patient())),
                name(people.get(view.doctor())),
                view.phase(),
                view.firstLiveAt() == null ? view.patientRangAt() : view.firstLiveAt(),
                view.present().contains(view.patient()),
                view.present().contains(view.doctor()),
                view.endsAt(),
                view.graceEndsAt(),
                boxed(quality.now(view.id())));
    }

    private static @Nullable Integer boxed(OptionalInt score) {
        return score.isEmpty() ? null : Integer.valueOf(score.getAsInt());
    }

    private static String name(@Nullable UserView user) {
        return user == null ? "" : user.displayName();
    }
}
