package id.karier.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broken precondition that ends the request: the edge turns it into an RFC 9457 problem. Never carries personal
 * data: its message is the code.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable String sentence;
    private final transient List<Object> figures;
    private final transient List<FieldError> errors;
    private final @Nullable Integer retryAfterSeconds;

    private ProblemException(
            ErrorCode code,
            @Nullable String sentence,
            List<Object> figures,
            List<FieldError> errors,
            @Nullable Integer retryAfterSeconds,
            @Nullable Throwable cause) {
        super(code.name(), cause);
        this.code = code;
        this.sentence = sentence;
        this.figures = figures;
        this.errors = errors;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public ProblemException(ErrorCode code) {
        this(code, null, List.of(), List.of(), null, null);
    }

    public ProblemException(ErrorCode code, List<FieldError> errors) {
        this(code, null, List.of(), List.copyOf(errors), null, null);
    }

    /** A single wrong place. */
    public ProblemException(ErrorCode code, FieldError error) {
        this(code, List.of(error));
    }

    /** A problem whose detail is a sentence of a slice's own bundle, for example {@code employee.refusal.OVERLAP}. */
    public static ProblemException saying(ErrorCode code, String sentence, Object... figures) {
        return new ProblemException(code, sentence, List.of(figures), List.of(), null, null);
    }

    /** A refusal that passes with time. */
    public static ProblemException retryLater(ErrorCode code, int seconds, @Nullable Throwable cause) {
        return new ProblemException(code, null, List.of(), List.of(), seconds, cause);
    }

    /** A refusal that passes when what the error names is over; its sentence is the problem's own. */
    public static ProblemException waitFor(ErrorCode code, int seconds, FieldError error) {
        return new ProblemException(code, error.sentence(), error.figures(), List.of(error), seconds, null);
    }

    public static ProblemException notFound() {
        return new ProblemException(ErrorCode.NOT_FOUND);
    }

    public ErrorCode code() {
        return code;
    }

    /** Key of a sentence that replaces the code's own, or null. */
    public @Nullable String sentence() {
        return sentence;
    }

    public List<Object> figures() {
        return figures;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
