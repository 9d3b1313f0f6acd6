package id.karier.jobs;

import id.karier.kernel.Published;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed job, in the hands of its handler. Methods that write take part in the running transaction, and end it with
 * an exception when another worker has taken the job over, so that nothing is done twice.
 */
@Published
public interface JobContext {
    UUID id();

    String agency();

    UUID orderedBy();

    JobOrder.Settings settings();

    /** How many steps there are about; 0 when the order did not say. */
    long total();

    /** The input from its first byte. */
    InputStream input();

    /** Where to go on: what the last {@link #passed} said, 0 at the beginning. */
    long resumeAt();

    /** What the passed part came to, or null at the beginning. */
    @Nullable
    JobOutcome passedOutcome();

    /** Forgets the problems that were noted since the last {@link #passed}: the work runs again. */
    void rewind();

    /** Tells how far the work is, now and then, in a transaction of its own. */
    void progress(long done);

    /**
     * Notes something wrong in the input; it is stored with the next {@link #passed} or end.
     *
     * @param line line of the input, 0 for none
     * @param column column or member
     * @param value what is wrong, with personal data masked already
     * @param code the sentence is {@code error.CODE} of the handler's bundle
     */
    void problem(long line, @Nullable String column, @Nullable String value, String code, Object... figures);

    /** How many problems were noted. */
    long problems();

    /** In the running transaction: what was done so far stays done, and a later worker goes on from here. */
    void passed(long resumeAt, long done, JobOutcome soFar);

    /** In the running transaction: the job has succeeded. */
    void succeed(long done, JobOutcome outcome);

    /** In the running transaction: the job has failed, for the problems that were noted. */
    void fail(long done, JobOutcome outcome);
}
