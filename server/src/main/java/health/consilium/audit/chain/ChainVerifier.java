package health.consilium.audit.chain;

import health.consilium.audit.chain.ChainReport.Fault;
import health.consilium.audit.chain.ExportedHead.Kept;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole chain, entry by entry, and then asks whether it is the one whose head was kept outside. */
@Service
public class ChainVerifier {
    private static final int PAGE = 2_000;

    private final ChainStore store;
    private final ExportedHead exported;

    ChainVerifier(ChainStore store, ExportedHead exported) {
        this.store = store;
        this.exported = exported;
    }

    private record Found(Fault fault, long number) {}

    /** In one snapshot: what is appended meanwhile is not looked at. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public ChainReport verify() {
        return inThisTransaction();
    }

    ChainReport inThisTransaction() {
        ChainHead end = store.head();
        Kept kept = exported.read();
        ChainHead last = new ChainHead(0, Link.NOTHING);
        Found found = null;
        long entries = 0;
        for (List<Link> page = store.after(0, PAGE);
                !page.isEmpty() && found == null;
                page = store.after(page.getLast().number(), PAGE)) {
            for (Link link : page) {
                found = found == null ? fault(last, link, kept) : found;
                last = new ChainHead(link.number(), link.hash());
                entries++;
            }
        }
        if (found == null) {
            found = atTheEnd(last, end, kept);
        }
        return new ChainReport(
                entries,
                found == null ? null : found.fault,
                found == null ? null : found.number,
                end,
                kept == null ? null : kept.number(),
                kept == null ? null : kept.at());
    }

    private static @Nullable Found fault(ChainHead last, Link link, @Nullable Kept kept) {
        if (link.number() != last.number() + 1) {
            return new Found(Fault.MISSING, last.number() + 1);
        }
        if (!link.follows(last.hash())) {
            return new Found(Fault.CHANGED, link.number());
        }
        if (kept != null
                && kept.genuine()
                && kept.number() == link.number()
                && !kept.hash().equals(link.hash())) {
            return new Found(Fault.REWRITTEN, link.number());
        }
        return null;
    }

    private static @Nullable Found atTheEnd(ChainHead last, ChainHead end, @Nullable Kept kept) {
        long wanted = Math.max(end.number(), kept == null || !kept.genuine() ? 0 : kept.number());
        if (wanted > last.number()) {
            return new Found(Fault.MISSING, last.number() + 1);
        }
        if (last.number() > end.number()) {
            return new Found(Fault.ADDED, end.number() + 1);
        }
        if (!last.hash().equals(end.hash())) {
            return new Found(Fault.CHANGED, last.number());
        }
        return kept != null && !kept.genuine() ? new Found(Fault.HEAD_FORGED, kept.number()) : null;
    }
}
