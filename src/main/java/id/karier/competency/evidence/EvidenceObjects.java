package id.karier.competency.evidence;

import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What results and claims are to log, feed and reach: about the person. */
@Published
@ApplicationScoped
public class EvidenceObjects implements ObjectKinds {
    public static final ObjectKind RESULT = ObjectKind.of("competency-result", CompetencyResult.class)
            .guardedBy(Resource.COMPETENCY_RESULT)
            .about("employeeId")
            .shownAs("CompetencyResult")
            .tells("edition", "level", "evidence", "foundOn", "validUntil", "assessor", "certificateNumber", "source")
            .tells("claimId", "assessmentId", "ruleSet", "annulledOn", "annulmentReason")
            .tellsAs("competencyId", "competency.id")
            .logs("employeeId", "ruleSetAgency", "inputs", "recordedBy", "recordedAt")
            .at("/api/v1/employees/{employeeId}/competency-results")
            .build();
    public static final ObjectKind CLAIM = ObjectKind.of("competency-claim", CompetencyClaim.class)
            .guardedBy(Resource.COMPETENCY_CLAIM)
            .about("employeeId")
            .shownAs("CompetencyClaim")
            .tells("employeeId", "level", "description", "certificateNumber", "certificateUntil", "status")
            .tells("submittedAt", "decidedOn", "decidedLevel", "reason")
            .tellsAs("competencyId", "competency.id")
            .logs("submittedBy", "decidedBy")
            .ownerWrites()
            .at("/api/v1/competency-claims")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(RESULT, CLAIM);
    }
}
