package id.karier.competency.assessment;

import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What rounds are to log, feed and reach. Submissions, comments and figures are no objects: nothing is told of them. */
@ApplicationScoped
public class AssessmentObjects implements ObjectKinds {
    public static final ObjectKind ASSESSMENT = ObjectKind.of("assessment", Assessment.class)
            .guardedBy(Resource.ASSESSMENT)
            .aboutNobody()
            .shownAs("Assessment")
            .tells("name", "purpose", "state", "unitId", "startsOn", "endsOn", "participants", "ruleSet", "preparedOn")
            .tells("closedOn", "publishedOn", "reviewUntil", "withdrawalReason")
            .logs("positionLevels", "people", "weights", "ruleSetAgency", "createdBy", "createdAt")
            .at("/api/v1/assessments")
            .build();
    public static final ObjectKind PARTICIPANT = ObjectKind.of("assessment-participant", AssessmentParticipant.class)
            .guardedBy(Resource.ASSESSMENT_PARTICIPANT)
            .about("employeeId")
            .shownAs("AssessmentParticipant")
            .tells("assessmentId", "employeeId", "unitId", "positionId", "positionTitle", "positionLevel", "endedOn")
            .logs("closed")
            .at("/api/v1/assessments/{assessmentId}/participants")
            .build();
    /** About the rater: it is her duty. Whom she rates does not reach it. */
    public static final ObjectKind RATER = ObjectKind.of("assessment-rater", AssessmentRater.class)
            .guardedBy(Resource.ASSESSMENT_RATER)
            .about("employeeId")
            .shownAs("AssessmentRater")
            .tells("assessmentId", "participantId", "ratedId", "employeeId", "relation", "state", "remindedOn")
            .ownerChanges("state")
            .at("/api/v1/assessments/{assessmentId}/raters")
            .build();
    /** In the log only: the person reads her levels when they are published. */
    public static final ObjectKind CALIBRATION = ObjectKind.of("assessment-calibration", AssessmentCalibration.class)
            .guardedBy(Resource.ASSESSMENT_PARTICIPANT)
            .about("employeeId")
            .logs("participantId", "employeeId", "competencyId", "level", "reason", "decidedBy")
            .build();

    public static final ObjectKind REVIEW = ObjectKind.of("assessment-review", AssessmentReview.class)
            .guardedBy(Resource.ASSESSMENT_REVIEW)
            .about("employeeId")
            .shownAs("AssessmentReview")
            .tells("assessmentId", "participantId", "employeeId", "competencyId", "reason", "askedOn", "outcome")
            .tells("decidedLevel", "decidedOn", "decision")
            .logs("decidedBy")
            .ownerWrites()
            .at("/api/v1/assessment-reviews")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(ASSESSMENT, PARTICIPANT, RATER, CALIBRATION, REVIEW);
    }
}
