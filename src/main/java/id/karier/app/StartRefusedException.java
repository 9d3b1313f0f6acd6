package id.karier.app;

import org.jspecify.annotations.Nullable;

/** The application must not start like this; the message says what to do. */
public class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String message) {
        this(message, null);
    }

    public StartRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
