package id.karier.competency.assessment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of it.
 *
 * @param participants whom it was about
 * @param raters who is asked, where somebody is
 * @param levels how many were computed or published
 */
@Schema(name = "AssessmentJobOutcome")
public record AssessmentResult(
        @Schema(examples = "42") long participants,
        @Schema(examples = "230") long raters,
        @Schema(examples = "378") long levels) {
    static final AssessmentResult NONE = new AssessmentResult(0, 0, 0);

    AssessmentResult plus(long people, long asked, long found) {
        return new AssessmentResult(participants + people, raters + asked, levels + found);
    }
}
