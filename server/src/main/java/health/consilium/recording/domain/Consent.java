package health.consilium.recording.domain;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.recording.OnWithdrawal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The one place that decides whether a recording records: a pure function of what it is, a fact and the time. It records
 * exactly while at least two people are there, everybody who is there has agreed, somebody's browser can record, and nobody has stopped it.
 */
public final class Consent {
    private static final int A_CONVERSATION = 2;

    public Decision decide(Recording r, Fact fact, Instant now) {
        if (r.phase().over()) {
            return fact instanceof Fact.Answered answer ? afterwards(r, answer) : Decision.nothing(r);
        }
        return switch (fact) {
            case Fact.Answered f -> answered(r, f, now);
            case Fact.Presence f -> settle(r.withPresent(f.present()), now, new ArrayList<>());
            case Fact.Able f ->
                r.present().contains(f.who())
                        ? settle(r.withAble(f.who(), f.able()), now, new ArrayList<>())
                        : Decision.nothing(r);
            case Fact.StopRequested f ->
                f.by().equals(r.doctor())
                        ? stop(r, Reason.STOPPED, new ArrayList<>())
                        : Decision.refuse(r, ErrorCode.FORBIDDEN);
            case Fact.StorageFull f -> stop(r, Reason.STORAGE_FULL, new ArrayList<>());
            case Fact.StorageAway f -> stop(r, Reason.STORAGE_AWAY, new ArrayList<>());
            case Fact.ServiceFailed f -> stop(r, Reason.SERVICE_FAILED, new ArrayList<>());
            case Fact.Ended f -> stop(r, Reason.ENDED, new ArrayList<>());
        };
    }

    /**
     * A yes comes too late for what is over. A no does not: whoever was recorded may take their yes back for as long as there is
     * anything of it. The doctor, who asked, cannot make a recording go that way once it is over.
     */
    private static Decision afterwards(Recording r, Fact.Answered fact) {
        if (fact.agreed()) {
            return Decision.refuse(r, ErrorCode.RECORDING_UNAVAILABLE);
        }
        UserId who = fact.who();
        if (r.phase() == Phase.DELETED || who.equals(r.doctor()) || !r.agreedBefore(who)) {
            return Decision.nothing(r);
        }
        Recording next = r.answered(who, Answer.WITHDRAWN);
        return new Decision(
                deletes(r, Reason.WITHDRAWN) ? next.resting(Phase.DELETED, Reason.WITHDRAWN) : next,
                List.of(new Happening.Said(who, Answer.WITHDRAWN)),
                null);
    }

    private Decision answered(Recording r, Fact.Answered fact, Instant now) {
        UserId who = fact.who();
        Answer before = r.answers().getOrDefault(who, Answer.PENDING);
        Answer answer = fact.agreed() ? Answer.AGREED : before == Answer.AGREED ? Answer.WITHDRAWN : Answer.DECLINED;
        if (answer == before) {
            return Decision.nothing(r);
        }
        List<Happening> happenings = new ArrayList<>(List.of(new Happening.Said(who, answer)));
        Recording next = r.answered(who, answer);
        return switch (answer) {
            case WITHDRAWN -> stop(next, Reason.WITHDRAWN, happenings);
            case DECLINED -> stop(next, Reason.DECLINED, happenings);
            case AGREED, PENDING -> settle(next, now, happenings);
        };
    }

    private static Decision settle(Recording r, Instant now, List<Happening> happenings) {
        boolean talking = r.present().size() >= A_CONVERSATION;
        boolean agreed = r.everybodyAgreed();
        boolean recordable = r.recordable();
        if (talking && agreed && recordable) {
            if (r.phase() == Phase.RECORDING) {
                return new Decision(r, List.copyOf(happenings), null);
            }
            happenings.add(new Happening.Began());
            return new Decision(r.recordingSince(now), List.copyOf(happenings), null);
        }
        if (r.phase() == Phase.ASKED && !(talking && agreed)) {
            return new Decision(r, List.copyOf(happenings), null);
        }
        Reason why = !agreed ? Reason.JOINED : talking ? Reason.NO_RECORDER : Reason.LEFT;
        if (r.phase() != Phase.PAUSED || r.reason() != why) {
            happenings.add(new Happening.Paused(why));
        }
        return new Decision(r.resting(Phase.PAUSED, why), List.copyOf(happenings), null);
    }

    private static Decision stop(Recording r, Reason why, List<Happening> happenings) {
        happenings.add(new Happening.Stopped(why));
        return new Decision(
                r.resting(deletes(r, why) ? Phase.DELETED : Phase.STOPPED, why), List.copyOf(happenings), null);
    }

    /** What began before somebody took their consent back is deleted when everybody has read so. */
    private static boolean deletes(Recording r, Reason why) {
        return why == Reason.WITHDRAWN && r.startedAt() != null && r.terms().onWithdrawal() == OnWithdrawal.DELETE;
    }
}
