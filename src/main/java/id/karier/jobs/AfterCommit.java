package id.karier.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Does something once it is known how the running transaction has ended. */
@ApplicationScoped
class AfterCommit {
    private final TransactionSynchronizationRegistry transaction;

    AfterCommit(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    void run(Runnable work) {
        run(work, () -> {});
    }

    /** @param undone what is done instead when the transaction is rolled back */
    void run(Runnable work, Runnable undone) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the end matters
            }

            @Override
            public void afterCompletion(int status) {
                (status == Status.STATUS_COMMITTED ? work : undone).run();
            }
        });
    }
}
