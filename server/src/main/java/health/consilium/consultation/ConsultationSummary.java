package health.consilium.consultation;

import health.consilium.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as pages show it.
 *
 * @param came people who are or were in the waiting room or the conversation
 * @param waitingSince while the patient waits for the doctor: since their first ring
 * @param durationSeconds from the first conversation to the end; 0 when there was none
 */
public record ConsultationSummary(
        UUID id,
        PhaseName phase,
        List<UUID> present,
        List<UUID> came,
        @Nullable Instant waitingSince,
        @Nullable Instant firstLiveAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason,
        long durationSeconds) {
    public static ConsultationSummary of(ConsultationView view) {
        boolean held = view.firstLiveAt() != null && view.endedAt() != null;
        return new ConsultationSummary(
                view.id().value(),
                view.phase(),
                ids(view.present()),
                ids(view.came()),
                waits(view) ? view.patientRangAt() : null,
                view.firstLiveAt(),
                view.endedAt(),
                view.endReason(),
                held ? Duration.between(view.firstLiveAt(), view.endedAt()).toSeconds() : 0);
    }

    private static List<UUID> ids(Set<UserId> people) {
        return people.stream().map(UserId::value).sorted().toList();
    }

    private static boolean waits(ConsultationView view) {
        return view.phase() == PhaseName.WAITING
                && view.present().contains(view.patient())
                && !view.present().contains(view.doctor());
    }
}
