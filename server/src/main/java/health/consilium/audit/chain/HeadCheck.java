package health.consilium.audit.chain;

import health.consilium.audit.chain.ExportedHead.Kept;
import health.consilium.kernel.SetupCheck;
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
            return head.number() == 0
                    ? Found.fine("The audit trail is empty.")
                    : Found.warning("The end of the audit trail was not kept outside yet.", "It is within an hour.");
        }
        if (!exported.known(kept)) {
            return Found.broken(
                    "The audit trail does not hold entry " + kept.number() + " as it was kept outside.",
                    "Run consilium verify-audit, and keep database and backups as they are.");
        }
        boolean behind = kept.number() < head.number() && kept.at().plus(OLD).isBefore(clock.instant());
        return behind
                ? Found.warning(
                        "The end of the audit trail was last kept outside at " + kept.at() + ".",
                        "Start the server: it keeps it every hour.")
                : Found.fine("The audit trail has " + head.number() + " entries; its end is kept outside.");
    }
}
