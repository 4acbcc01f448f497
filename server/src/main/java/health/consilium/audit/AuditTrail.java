package health.consilium.audit;

import java.util.Collection;
import java.util.UUID;

/**
 * The audit trail of the clinic. Entries cannot be changed or taken out; they stand in one chain without gaps. What is
 * recorded commits with the caller's transaction or not at all: without the entry nothing happens.
 */
public interface AuditTrail {
    /**
     * Something was changed, signed, exported, erased: written in the transaction that does it.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    void record(AuditEntry entry);

    /** Something that changes nothing else, for example a refused sign-in: in the caller's transaction, or one of its own. */
    void note(AuditEntry entry);

    /**
     * Somebody was shown health data: call it before the answer. In the caller's transaction, or committed when it returns;
     * when it cannot be written, it throws and nothing is shown. Pages ask again and again: within 15 minutes the same
     * action of the same person on the same subject is one entry. People who look at what is their own make none.
     */
    void seen(AuditEntry entry);

    /**
     * Somebody was shown a list: as {@link #seen(AuditEntry)}, with an entry for the list and one for each patient on it.
     *
     * @param list about nobody in particular
     * @param patients who stand on it
     */
    void seen(AuditEntry list, Collection<UUID> patients);
}
