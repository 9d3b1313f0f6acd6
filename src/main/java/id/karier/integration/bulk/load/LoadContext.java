package id.karier.integration.bulk.load;

import id.karier.jobs.JobContext;
import org.jspecify.annotations.Nullable;

/** The job that a load belongs to, and what it is told besides problems. */
public interface LoadContext extends JobContext {
    /**
     * Notes what nobody has to mend but somebody should know; the row is taken all the same.
     *
     * @param line line of the input
     * @param column column or member
     * @param value what stands there, with personal data masked already
     * @param code the sentence is {@code error.CODE} of the bundle {@code imports}
     */
    void warning(long line, @Nullable String column, @Nullable String value, String code, Object... figures);
}
