package id.karier.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a request for a token ends (RFC 6749 §5). */
sealed interface SignInOutcome {
    /** Why a token is refused, in the words of RFC 6749 and RFC 7009; the sentence is {@code oauth.NAME}. */
    enum Refusal {
        INVALID_REQUEST(400),
        /** A switch that is neither on nor off. */
        INVALID_EVERYWHERE(400, "invalid_request"),
        INVALID_CLIENT(401),
        INVALID_GRANT(400),
        /** The password is right; the code of the second factor is missing. */
        MFA_REQUIRED(400),
        /** The password is right; the code of the second factor is not. */
        CODE_WRONG(400, "invalid_grant"),
        UNAUTHORIZED_CLIENT(400),
        UNSUPPORTED_GRANT_TYPE(400),
        INVALID_SCOPE(400),
        UNSUPPORTED_TOKEN_TYPE(400);

        private final int status;
        private final @Nullable String error;

        Refusal(int status) {
            this(status, null);
        }

        Refusal(int status, @Nullable String error) {
            this.status = status;
            this.error = error;
        }

        int status() {
            return status;
        }

        /** The value of {@code error}. */
        String error() {
            return error == null ? name().toLowerCase(Locale.ROOT) : error;
        }
    }

    /** The tokens. */
    record Granted(IdentityJson.Token token) implements SignInOutcome {}

    /** No token, and why. */
    record Refused(Refusal refusal) implements SignInOutcome {}

    /** No token before this many seconds have passed, whoever asks. */
    record Locked(long seconds) implements SignInOutcome {}
}
