package health.consilium.consultation.domain;

import health.consilium.consultation.EndReason;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The one place that decides what becomes of a consultation: a pure function of what it is, a fact and the time. */
public final class Lifecycle {
    private final Limits limits;
    private final Ringing ringing;
    private final Presence presence;

    public Lifecycle(Limits limits) {
        this.limits = limits;
        this.ringing = new Ringing();
        this.presence = new Presence();
    }

    /** Applies every deadline that is past, in due order, and then the fact: a late timer changes no outcome. */
    public Outcome handle(Consultation consultation, Fact fact, Instant now) {
        Outcome caughtUp = catchUp(consultation, now);
        return caughtUp.then(decide(caughtUp.next(), fact, now), now);
    }

    /** Applies every deadline that is past, in due order, each at its own instant. */
    public Outcome catchUp(Consultation consultation, Instant now) {
        Outcome outcome = Outcome.unchanged(consultation);
        Optional<Deadline> next = Deadlines.next(consultation, limits);
        while (next.isPresent() && !next.get().at().isAfter(now)) {
            Deadline deadline = next.get();
            outcome = outcome.then(decide(outcome.next(), new Fact.Due(deadline), deadline.at()), deadline.at());
            next = Deadlines.next(outcome.next(), limits);
        }
        return outcome;
    }

    Decision decide(Consultation c, Fact fact, Instant now) {
        if (c.ended()) {
            return Decision.nothing(c);
        }
        return switch (fact) {
            case Fact.Present f -> presence.present(c, f.who(), now);
            case Fact.MediaUp f -> presence.mediaUp(c, f.who(), now);
            case Fact.MediaReset f -> presence.mediaReset(c);
            case Fact.LinkLost f -> presence.linkLost(c, f.who(), now);
            case Fact.Left f -> presence.left(c, f.who());
            case Fact.Rung f -> ringing.rung(c, f.by(), now);
            case Fact.RingCancelled f -> ringing.cancelled(c, f.by());
            case Fact.Accepted f -> ringing.accepted(c, f.by());
            case Fact.Declined f -> ringing.declined(c, f);
            case Fact.EndRequested f -> endRequested(c, f.by(), now);
            case Fact.Cancelled f -> cancelled(c, f.reason(), now);
            case Fact.Rescheduled f -> rescheduled(c, f);
            case Fact.Extended f -> extended(c, f);
            case Fact.Due f -> due(c, f.deadline());
        };
    }

    private Decision due(Consultation c, Deadline deadline) {
        return switch (deadline.kind()) {
            case OPENING -> Decision.to(c.in(new Phase.Open()), new Happening.Opened());
            case RING_MISSED -> ringing.missed(c);
            case GRACE -> presence.graceOver(c);
            case ENDING_SOON -> warned(c);
            case DOCTOR_NO_SHOW -> end(c, EndReason.DOCTOR_NO_SHOW, deadline.at());
            case SLOT_END -> end(c, reasonAtSlotEnd(c.history()), deadline.at());
        };
    }

    private Decision warned(Consultation c) {
        int given = c.history().warned();
        Duration left = limits.warnings().get(given);
        return Decision.to(c.with(c.history().warned(given + 1)), new Happening.Warned((int) left.toMinutes()));
    }

    private static EndReason reasonAtSlotEnd(History history) {
        if (history.firstLiveAt() != null) {
            return EndReason.SLOT_ELAPSED;
        }
        if (!history.patientCame()) {
            return EndReason.PATIENT_NO_SHOW;
        }
        return history.doctorCame() ? EndReason.NEVER_CONNECTED : EndReason.DOCTOR_NO_SHOW;
    }

    private static Decision endRequested(Consultation c, UserId by, Instant now) {
        return switch (c.phase()) {
            // A patient who waits alone leaves, or cancels, and the clinic cancels: nothing has been held that could be
            // complete.
            case Phase.Waiting w ->
                !by.equals(c.doctor()) && c.history().firstLiveAt() == null
                        ? Decision.refuse(c, ErrorCode.NOT_IN_CALL)
                        : end(c, EndReason.COMPLETED, now);
            case Phase.Live l -> end(c, EndReason.COMPLETED, now);
            case Phase.Interrupted i -> end(c, EndReason.COMPLETED, now);
            case Phase.Scheduled s -> Decision.refuse(c, ErrorCode.TOO_EARLY);
            case Phase.Open o -> Decision.refuse(c, ErrorCode.NOT_IN_CALL);
            case Phase.Ended e -> Decision.nothing(c);
        };
    }

    private static Decision cancelled(Consultation c, EndReason reason, Instant now) {
        return c.history().firstLiveAt() != null ? Decision.refuse(c, ErrorCode.TOO_LATE) : end(c, reason, now);
    }

    /** Not once they have spoken. Whoever waits already is told the new time, and waits no more. */
    private static Decision rescheduled(Consultation c, Fact.Rescheduled fact) {
        return c.history().firstLiveAt() != null
                ? Decision.refuse(c, ErrorCode.TOO_LATE)
                : Decision.to(c.at(fact.start(), fact.end()), new Happening.Rescheduled())
                        .after(Ringing.settleBeforeEnd(c));
    }

    private Decision extended(Consultation c, Fact.Extended fact) {
        Instant end = c.endsAt().plus(Duration.ofMinutes(fact.minutes()));
        boolean conversing = c.phase() instanceof Phase.Live || c.phase() instanceof Phase.Interrupted;
        boolean within = c.history().extendedMinutes() + fact.minutes()
                <= limits.extension().toMinutes();
        if (!conversing || !within || fact.minutes() < 1 || end.isAfter(fact.latestEnd())) {
            return Decision.refuse(c, ErrorCode.EXTENSION_NOT_POSSIBLE);
        }
        return Decision.to(
                c.endingAt(end).with(c.history().extended(fact.minutes())), new Happening.Extended(fact.minutes()));
    }

    private static Decision end(Consultation c, EndReason reason, Instant at) {
        return Decision.to(c.in(new Phase.Ended(reason, at)), new Happening.Finished(reason))
                .after(Ringing.settleBeforeEnd(c));
    }
}
