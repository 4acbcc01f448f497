package health.consilium.recording.domain;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recording of a consultation; there may be several, one after the other.
 *
 * @param wording the version of the text that everybody reads before they answer
 * @param answers of everybody who was asked
 * @param present who is in the consultation now
 * @param startedAt when it first recorded
 * @param since while RECORDING: from when
 */
public record Recording(
        UUID id,
        ConsultationId consultation,
        UserId doctor,
        String wording,
        Phase phase,
        @Nullable Reason reason,
        Map<UserId, Answer> answers,
        Set<UserId> present,
        @Nullable Instant startedAt,
        @Nullable Instant since) {
    public Recording {
        answers = Map.copyOf(answers);
        present = Set.copyOf(present);
    }

    /** The doctor agrees by asking; everybody else is asked when they are there. */
    public static Recording asked(UUID id, ConsultationId consultation, UserId doctor, String wording) {
        return new Recording(
                id,
                consultation,
                doctor,
                wording,
                Phase.ASKED,
                null,
                Map.of(doctor, Answer.AGREED),
                Set.of(),
                null,
                null);
    }

    /** Whose page records: the doctor's; when the doctor has dropped out, that of somebody who is still there. */
    public Optional<UserId> recorder() {
        if (phase.over()) {
            return Optional.empty();
        }
        return present.contains(doctor)
                ? Optional.of(doctor)
                : present.stream()
                        .filter(person -> answers.get(person) == Answer.AGREED)
                        .min(Comparator.comparing(UserId::value));
    }

    boolean everybodyAgreed() {
        return present.stream().allMatch(person -> answers.get(person) == Answer.AGREED);
    }

    Recording answered(UserId who, Answer answer) {
        Map<UserId, Answer> all = new HashMap<>(answers);
        all.put(who, answer);
        return new Recording(id, consultation, doctor, wording, phase, reason, all, present, startedAt, since);
    }

    Recording withPresent(Set<UserId> now) {
        Map<UserId, Answer> all = new HashMap<>(answers);
        now.forEach(person -> all.putIfAbsent(person, Answer.PENDING));
        return new Recording(id, consultation, doctor, wording, phase, reason, all, now, startedAt, since);
    }

    Recording recordingSince(Instant now) {
        Instant first = startedAt == null ? now : startedAt;
        return new Recording(id, consultation, doctor, wording, Phase.RECORDING, null, answers, present, first, now);
    }

    Recording resting(Phase now, @Nullable Reason why) {
        return new Recording(id, consultation, doctor, wording, now, why, answers, present, startedAt, null);
    }
}
