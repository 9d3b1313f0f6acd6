package id.karier.jobs;

import id.karier.kernel.Published;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A claimed job, in the hands of its handler. Methods that write take part in the running transaction, and end it with
 * an exception when another worker has taken the job over, so that nothing is done twice.
 */
@Published
public interface RunningJob<S extends Record, O extends Record> extends JobContext {
    S settings();

    /** How many steps there are about; 0 when the order did not say. */
    long total();

    /** The input from its first byte. */
    InputStream input();

    /** Where to go on: what the last {@link #checkpoint} said, 0 at the beginning. */
    long resumeAt();

    /** The outcome up to the last {@link #checkpoint}, or null at the beginning. */
    @Nullable
    O outcomeSoFar();

    /** Forgets the problems that were noted since the last {@link #checkpoint}: the work after it runs again. */
    void restart();

    /** Tells how far the work is, now and then, in a transaction of its own. */
    void progress(long done);

    /** In the running transaction: what was done so far stays done, and a later worker goes on from here. */
    void checkpoint(long resumeAt, long done, O soFar);

    /** In the running transaction: the job has succeeded. */
    void succeed(long done, O outcome);

    /** In the running transaction: the job has failed, for the problems that were noted. */
    void fail(long done, O outcome);
}
