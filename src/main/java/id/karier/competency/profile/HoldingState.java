package id.karier.competency.profile;

/** What is known of a competency of a person on a day. */
public enum HoldingState {
    ASSESSED,
    /** It was found, and the result is past its last day. */
    EXPIRED,
    NOT_ASSESSED
}
