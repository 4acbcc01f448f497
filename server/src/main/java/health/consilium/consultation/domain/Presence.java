package health.consilium.consultation.domain;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import java.time.Instant;
import java.util.Set;

/** What becomes of people who come, drop out, come back and leave. */
final class Presence {
    Decision present(Consultation c, UserId who, Instant now) {
        return switch (c.phase()) {
            case Phase.Scheduled s -> Decision.refuse(c, ErrorCode.TOO_EARLY);
            case Phase.Open o -> waiting(came(c, who), Set.of(who), Set.of(), new Happening.Came(who));
            case Phase.Waiting w -> presentWhileWaiting(c, w, who, now);
            case Phase.Live l -> Decision.nothing(c);
            case Phase.Interrupted i ->
                i.absent().contains(who)
                        ? Decision.to(
                                came(c, who).in(new Phase.Interrupted(Sets.without(i.absent(), who), i.since())),
                                new Happening.Came(who))
                        : Decision.nothing(c);
            case Phase.Ended e -> Decision.nothing(c);
        };
    }

    private static Decision presentWhileWaiting(Consultation c, Phase.Waiting w, UserId who, Instant now) {
        if (w.present().contains(who)) {
            return Decision.nothing(c);
        }
        Consultation next = came(c, who).in(new Phase.Waiting(Sets.with(w.present(), who), w.mediaUp(), w.ringing()));
        Decision came = Decision.to(next, new Happening.Came(who));
        Phase.Ring ring = w.ringing();
        if (ring != null && !ring.by().equals(who)) {
            came = Decision.to(Ringing.silent(next), new Happening.RingAccepted(ring.by()))
                    .after(came);
        }
        return liveIfReady(came.next(), now).after(came);
    }

    Decision mediaUp(Consultation c, UserId who, Instant now) {
        return switch (c.phase()) {
            case Phase.Waiting w ->
                liveIfReady(c.in(new Phase.Waiting(w.present(), Sets.with(w.mediaUp(), who), w.ringing())), now);
            case Phase.Interrupted i ->
                i.absent().isEmpty()
                        ? Decision.to(c.in(new Phase.Live()), new Happening.CameBack())
                        : Decision.nothing(c);
            case Phase.Scheduled s -> Decision.nothing(c);
            case Phase.Open o -> Decision.nothing(c);
            case Phase.Live l -> Decision.nothing(c);
            case Phase.Ended e -> Decision.nothing(c);
        };
    }

    private static Decision liveIfReady(Consultation c, Instant now) {
        boolean ready = c.phase() instanceof Phase.Waiting w
                && w.present().equals(c.both())
                && w.mediaUp().equals(c.both());
        if (!ready) {
            return Decision.nothing(c);
        }
        Decision settled = Decision.nothing(c);
        Phase.Ring ring = Ringing.ring(c);
        if (ring != null) {
            settled = Decision.to(Ringing.silent(c), new Happening.RingAccepted(ring.by()));
        }
        Consultation live = settled.next();
        return Decision.to(live.in(new Phase.Live()).with(live.history().live(now)), new Happening.WentLive())
                .after(settled);
    }

    Decision mediaReset(Consultation c) {
        return c.phase() instanceof Phase.Waiting w && !w.mediaUp().isEmpty()
                ? Decision.to(c.in(new Phase.Waiting(w.present(), Set.of(), w.ringing())))
                : Decision.nothing(c);
    }

    Decision linkLost(Consultation c, UserId who, Instant now) {
        return switch (c.phase()) {
            case Phase.Live l ->
                Decision.to(c.in(new Phase.Interrupted(Set.of(who), now)), new Happening.DroppedOut(who));
            case Phase.Interrupted i ->
                i.absent().contains(who)
                        ? Decision.nothing(c)
                        : Decision.to(
                                c.in(new Phase.Interrupted(Sets.with(i.absent(), who), i.since())),
                                new Happening.DroppedOut(who));
            case Phase.Waiting w -> gone(c, w, who, new Happening.DroppedOut(who));
            case Phase.Scheduled s -> Decision.nothing(c);
            case Phase.Open o -> Decision.nothing(c);
            case Phase.Ended e -> Decision.nothing(c);
        };
    }

    Decision left(Consultation c, UserId who) {
        return switch (c.phase()) {
            case Phase.Live l -> waiting(c, Set.of(c.other(who)), Set.of(), new Happening.Left(who));
            case Phase.Interrupted i -> waiting(c, Sets.without(c.present(), who), Set.of(), new Happening.Left(who));
            case Phase.Waiting w -> gone(c, w, who, new Happening.Left(who));
            case Phase.Scheduled s -> Decision.nothing(c);
            case Phase.Open o -> Decision.nothing(c);
            case Phase.Ended e -> Decision.nothing(c);
        };
    }

    Decision graceOver(Consultation c) {
        return waiting(c, c.present(), Set.of(), new Happening.GraceOver());
    }

    private static Decision gone(Consultation c, Phase.Waiting w, UserId who, Happening how) {
        if (!w.present().contains(who)) {
            return Decision.nothing(c);
        }
        Phase.Ring ring = w.ringing();
        Decision settled = ring != null && ring.by().equals(who)
                ? Decision.to(Ringing.silent(c), new Happening.RingCancelled(who))
                : Decision.nothing(c);
        Phase.Ring kept = Ringing.ring(settled.next());
        Phase next = new Phase.Waiting(Sets.without(w.present(), who), Set.of(), kept);
        return Decision.to(settled.next().in(next), how).after(settled);
    }

    private static Consultation came(Consultation c, UserId who) {
        return c.with(c.history().came(who.equals(c.patient())));
    }

    private static Decision waiting(Consultation c, Set<UserId> present, Set<UserId> mediaUp, Happening how) {
        return Decision.to(c.in(new Phase.Waiting(present, mediaUp, null)), how);
    }
}
