package id.karier.kernel;

/**
 * Every error that a client can see, once: its stable code (the constant's name) and HTTP status. Titles and
 * sentences are in {@code messages/problem*.properties} under {@code CODE.title} and {@code CODE.detail}.
 */
public enum ErrorCode {
    REQUEST_UNREADABLE(400),
    MALFORMED_REQUEST(400),
    UNKNOWN_MEMBER(400),
    VALIDATION_FAILED(400),
    INVALID_PARAMETER(400),
    INVALID_CURSOR(400),
    INVALID_IDEMPOTENCY_KEY(400),
    UNAUTHENTICATED(401),
    INVALID_TOKEN(401),
    FORBIDDEN(403),
    SIGN_IN_UNFINISHED(403),
    ORIGIN_REFUSED(403),
    OWN_RIGHTS(403),
    SAME_HANDS(403),
    OWN_RECORD(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    ALREADY_EXISTS(409),
    STATE_CONFLICT(409),
    IN_USE(409),
    IDEMPOTENCY_IN_FLIGHT(409),
    STALE_VERSION(412),
    BODY_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    RULE_REFUSED(422),
    RULE_INPUT_INVALID(422),
    REFERENCE_NOT_FOUND(422),
    IDEMPOTENCY_MISMATCH(422),
    PRECONDITION_REQUIRED(428),
    RATE_LIMITED(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL(500),
    UNAVAILABLE(503),
    OUTCOME_UNKNOWN(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status that this error is answered with. */
    public int status() {
        return status;
    }
}
