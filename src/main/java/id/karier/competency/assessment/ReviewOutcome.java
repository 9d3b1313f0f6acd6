package id.karier.competency.assessment;

/** What was decided on a request for a review. */
public enum ReviewOutcome {
    UPHELD,
    CHANGED
}
