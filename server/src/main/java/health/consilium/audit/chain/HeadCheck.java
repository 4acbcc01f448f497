package health.consilium.audit.chain;

import health.consilium.audit.chain.ExportedHead.Kept;
import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The end of the trail is kept outside of the database, and the trail still holds it. */
@Component
class HeadCheck implements SetupCheck {
    private static final Duration OLD = Duration.ofHours(3);

    private final ChainStore store;
    private final ExportedHead exported;
    private final Clock clock;

    HeadCheck(ChainStore store, ExportedHead exported, Clock clock) {
        this.store = store;
        this.exported = exported;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Found look() {
        Kept kept = exported.read();
        ChainHead head = store.head();
        if (kept == null) {
            return head.number() == 0 ? Found.of(SetupFinding.AUDIT_EMPTY) : Found.of(SetupFinding.AUDIT_NOT_KEPT);
        }
        if (!exported.known(kept)) {
            return Found.of(SetupFinding.AUDIT_DIFFERS, "number", kept.number());
        }
        boolean behind = kept.number() < head.number() && kept.at().plus(OLD).isBefore(clock.instant());
        return behind
                ? Found.of(SetupFinding.AUDIT_BEHIND, "at", kept.at())
                : Found.of(SetupFinding.AUDIT_KEPT, "number", head.number());
    }
}
