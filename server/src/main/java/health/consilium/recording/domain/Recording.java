package health.consilium.recording.domain;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
 * @param unable whose page, of those who are there, has said that it cannot record
 * @param startedAt when it first recorded
 * @param since while RECORDING: from when
 * @param service which service records, as everybody read before they agreed; null: the page of somebody who is there
 * @param terms what everybody read
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
        Set<UserId> unable,
        @Nullable Instant startedAt,
        @Nullable Instant since,
        @Nullable String service,
        Terms terms) {
    public Recording {
        answers = Map.copyOf(answers);
        present = Set.copyOf(present);
        unable = Set.copyOf(unable);
    }

    /** The doctor agrees by asking; everybody else is asked when they are there. */
    public static Recording asked(
            UUID id,
            ConsultationId consultation,
            UserId doctor,
            String wording,
            @Nullable String service,
            Terms terms) {
        return new Recording(
                id,
                consultation,
                doctor,
                wording,
                Phase.ASKED,
                null,
                Map.of(doctor, Answer.AGREED),
                Set.of(),
                Set.of(),
                null,
                null,
                service,
                terms);
    }

    /** Whose page records: the doctor's; while that cannot, or the doctor has dropped out, that of somebody else who is there. */
    public Optional<UserId> recorder() {
        if (phase.over() || service != null) {
            return Optional.empty();
        }
        return present.stream()
                .filter(person -> answers.get(person) == Answer.AGREED && !unable.contains(person))
                .min(Comparator.comparing((UserId person) -> !person.equals(doctor))
                        .thenComparing(UserId::value));
    }

    /** Whether anything could record now. */
    boolean recordable() {
        return service != null || recorder().isPresent();
    }

    boolean everybodyAgreed() {
        return present.stream().allMatch(person -> answers.get(person) == Answer.AGREED);
    }

    Recording answered(UserId who, Answer answer) {
        Map<UserId, Answer> all = new HashMap<>(answers);
        all.put(who, answer);
        return new Recording(
                id,
                consultation,
                doctor,
                wording,
                phase,
                reason,
                all,
                present,
                unable,
                startedAt,
                since,
                service,
                terms);
    }

    /** Whoever comes back may come with another browser. */
    Recording withPresent(Set<UserId> now) {
        Map<UserId, Answer> all = new HashMap<>(answers);
        now.forEach(person -> all.putIfAbsent(person, Answer.PENDING));
        Set<UserId> stillUnable = new HashSet<>(unable);
        stillUnable.retainAll(now);
        return new Recording(
                id,
                consultation,
                doctor,
                wording,
                phase,
                reason,
                all,
                now,
                stillUnable,
                startedAt,
                since,
                service,
                terms);
    }

    Recording withAble(UserId who, boolean able) {
        Set<UserId> all = new HashSet<>(unable);
        if (able) {
            all.remove(who);
        } else {
            all.add(who);
        }
        return new Recording(
                id,
                consultation,
                doctor,
                wording,
                phase,
                reason,
                answers,
                present,
                all,
                startedAt,
                since,
                service,
                terms);
    }

    Recording recordingSince(Instant now) {
        Instant first = startedAt == null ? now : startedAt;
        return new Recording(
                id,
                consultation,
                doctor,
                wording,
                Phase.RECORDING,
                null,
                answers,
                present,
                unable,
                first,
                now,
                service,
                terms);
    }

    boolean agreedBefore(UserId who) {
        return answers.get(who) == Answer.AGREED;
    }

    Recording resting(Phase now, @Nullable Reason why) {
        return new Recording(
                id, consultation, doctor, wording, now, why, answers, present, unable, startedAt, null, service, terms);
    }
}
