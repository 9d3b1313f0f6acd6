package id.karier.jobs;

import id.karier.kernel.Published;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running job of any kind, for the parts of the work that need no settings: who ordered it, and what was wrong. */
@Published
public interface JobContext {
    UUID id();

    String agency();

    UUID orderedBy();

    /**
     * Notes something wrong in the input; it is stored with the next checkpoint or end.
     *
     * @param line line of the input, 0 for none
     * @param column column or member
     * @param value what is wrong, with personal data masked already
     * @param code the sentence is {@code error.CODE} of the kind's bundle
     */
    void problem(long line, @Nullable String column, @Nullable String value, String code, Object... figures);

    /** How many problems were noted. */
    long problems();
}
