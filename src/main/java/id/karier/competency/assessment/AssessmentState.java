package id.karier.competency.assessment;

/** How far a round has come. */
public enum AssessmentState {
    PREPARED,
    OPEN,
    CLOSING,
    CLOSED,
    CALIBRATED,
    PUBLISHING,
    PUBLISHED,
    WITHDRAWN;

    /** Whether what was said has become figures. */
    boolean hasFigures() {
        return this == CLOSED || this == CALIBRATED || this == PUBLISHING || this == PUBLISHED;
    }
}
