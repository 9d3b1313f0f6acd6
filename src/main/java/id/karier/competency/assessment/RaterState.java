package id.karier.competency.assessment;

/** What became of a rater. */
public enum RaterState {
    PROPOSED,
    INVITED,
    ANSWERED,
    DECLINED,
    REPLACED,
    LEFT
}
