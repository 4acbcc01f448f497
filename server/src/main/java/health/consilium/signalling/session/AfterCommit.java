package health.consilium.signalling.session;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs something once the current transaction has committed, in the same thread. A transactional listener would do so too,
 * but only by way of the durable outbox: what is told to open pages is worth nothing after a restart, and the outbox asks
 * for a second connection while the first is still held, so that as many callers as there are connections wait for each
 * other for ever.
 */
final class AfterCommit {
    private AfterCommit() {}

    static void run(Runnable work) {
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
