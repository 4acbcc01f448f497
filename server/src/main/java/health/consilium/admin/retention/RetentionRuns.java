package health.consilium.admin.retention;

import health.consilium.admin.RetentionProperties;
import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.kernel.RetentionRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntBiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is older than the clinic keeps it goes, kind by kind, in one transaction with one entry in the audit trail that says how
 * many of each. A kind that fails takes back only itself.
 */
@Component
public class RetentionRuns {
    private static final Logger log = LoggerFactory.getLogger(RetentionRuns.class);

    /** By kind; what several modules keep of one kind goes together. */
    private final SortedMap<String, List<RetentionRule>> rules = new TreeMap<>();

    private final RetentionProperties kept;
    private final AuditTrail trail;
    private final TransactionTemplate whole;
    private final TransactionTemplate part;
    private final Clock clock;

    RetentionRuns(
            List<RetentionRule> rules,
            RetentionProperties kept,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        rules.forEach(rule -> this.rules
                .computeIfAbsent(rule.kind(), kind -> new ArrayList<>())
                .add(rule));
        this.kept = kept;
        this.trail = trail;
        this.whole = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(transactions);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** What the next run would take. */
    public List<Aged> due() {
        return Objects.requireNonNull(whole.execute(status -> each(RetentionRule::due)));
    }

    /** Takes it. Again: nothing more goes. */
    public List<Aged> run(Actor by) {
        List<Aged> gone = Objects.requireNonNull(whole.execute(status -> {
            List<Aged> all = each(RetentionRule::delete);
            trail.record(entry(by, all));
            return all;
        }));
        gone.stream()
                .filter(one -> one.count() > 0)
                .forEach(one -> log.info("{} {} were old and are gone", one.count(), one.kind()));
        return gone;
    }

    private List<Aged> each(ToIntBiFunction<RetentionRule, Instant> what) {
        Instant now = clock.instant();
        return rules.keySet().stream().map(kind -> one(kind, now, what)).toList();
    }

    private Aged one(String kind, Instant now, ToIntBiFunction<RetentionRule, Instant> what) {
        Optional<Duration> age = kept.of(kind);
        if (age.isEmpty()) {
            return new Aged(kind, null, null, 0, false);
        }
        List<RetentionRule> all = rules.getOrDefault(kind, List.of());
        Instant before = now.minus(age.get());
        try {
            int count = Objects.requireNonNull(part.execute(status ->
                    all.stream().mapToInt(rule -> what.applyAsInt(rule, before)).sum()));
            return new Aged(kind, age.get().toDays(), before, count, false);
        } catch (RuntimeException e) {
            log.error("{} cannot be looked through for what is old", kind, e);
            return new Aged(kind, age.get().toDays(), before, 0, true);
        }
    }

    /** The kinds of which something went; the number of details of an entry has an end. */
    private static AuditEntry entry(Actor by, List<Aged> gone) {
        AuditEntry entry = AuditEntry.of(by, Action.DELETED, Subject.RETENTION, null)
                .with("rows", gone.stream().mapToInt(Aged::count).sum());
        for (Aged one : gone) {
            if (one.failed() || one.count() > 0) {
                entry = entry.with(detail(one.kind()), one.failed() ? "FAILED" : one.count());
            }
        }
        return entry;
    }

    /** As details of entries are written: {@code call-events} is {@code callEvents}. */
    private static String detail(String kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.split("-", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
