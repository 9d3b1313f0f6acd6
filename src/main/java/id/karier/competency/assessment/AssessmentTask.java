package id.karier.competency.assessment;

/** What a job does to a round. */
public enum AssessmentTask {
    /** Finds the participants and whom to ask about them. */
    PREPARE,
    /** Turns what was said into figures, and destroys what was said. */
    CLOSE,
    /** Turns the figures into results of competency. */
    PUBLISH
}
