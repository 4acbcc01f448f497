package health.consilium.kernel;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs something once the current transaction has committed, in the same thread. A transactional listener would do so too,
 * but only by way of the durable outbox: what is told at once or never is worth nothing after a restart, and the outbox asks
 * for a second connection while the first is still held, so that as many callers as there are connections wait for each
 * other for ever.
 */
public final class AfterCommit {
    private AfterCommit() {}

    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    work.run();
                }
            }
        });
    }
}
