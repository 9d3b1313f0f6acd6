package id.karier.identity;

import java.util.Locale;

/** How a request for a token ends (RFC 6749 §5). */
sealed interface SignInOutcome {
    /** Why a token is refused, in the words of RFC 6749 and RFC 7009; the sentence is {@code oauth.NAME}. */
    enum Refusal {
        INVALID_REQUEST(400),
        INVALID_CLIENT(401),
        INVALID_GRANT(400),
        /** The password is right; the code of the second factor is missing. */
        MFA_REQUIRED(400),
        UNAUTHORIZED_CLIENT(400),
        UNSUPPORTED_GRANT_TYPE(400),
        INVALID_SCOPE(400),
        UNSUPPORTED_TOKEN_TYPE(400);

        private final int status;

        Refusal(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /** The value of {@code error}. */
        String error() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The tokens. */
    record Granted(IdentityJson.Token token) implements SignInOutcome {}

    /** No token, and why. */
    record Refused(Refusal refusal) implements SignInOutcome {}

    /** No token before this many seconds have passed, whoever asks. */
    record Locked(long seconds) implements SignInOutcome {}
}
