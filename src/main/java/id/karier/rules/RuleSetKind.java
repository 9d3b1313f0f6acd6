package id.karier.rules;

import id.karier.kernel.Published;
import id.karier.rules.body.AppointmentBody;
import id.karier.rules.body.AssessmentBody;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.DisciplineBody;
import id.karier.rules.body.DistributionBody;
import id.karier.rules.body.IdentityNumberBody;
import id.karier.rules.body.IpAsnBody;
import id.karier.rules.body.JpmBody;
import id.karier.rules.body.LearningHoursBody;
import id.karier.rules.body.NineBoxBody;
import id.karier.rules.body.PredicateMatrixBody;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.body.RetirementBody;
import id.karier.rules.body.TalentScoreBody;
import id.karier.rules.body.TransferBody;

/** The kinds of legal table that Karier interprets; each has its own schema and body. */
@Published
public enum RuleSetKind {
    PREDICATE_MATRIX(PredicateMatrixBody.class),
    DISTRIBUTION(DistributionBody.class),
    JPM(JpmBody.class),
    IP_ASN(IpAsnBody.class),
    NINE_BOX(NineBoxBody.class),
    TALENT_SCORE(TalentScoreBody.class),
    CREDIT_POINTS(CreditPointsBody.class),
    RANK_PROMOTION(RankPromotionBody.class),
    APPOINTMENT(AppointmentBody.class),
    TRANSFER(TransferBody.class),
    LEARNING_HOURS(LearningHoursBody.class),
    RETIREMENT(RetirementBody.class),
    DISCIPLINE(DisciplineBody.class),
    IDENTITY_NUMBER(IdentityNumberBody.class),
    ASSESSMENT(AssessmentBody.class);

    private final Class<? extends RuleBody> bodyType;

    RuleSetKind(Class<? extends RuleBody> bodyType) {
        this.bodyType = bodyType;
    }

    /** The record that the document's {@code body} is read into. */
    public Class<? extends RuleBody> bodyType() {
        return bodyType;
    }

    /** The kind whose body a type is. */
    static RuleSetKind of(Class<? extends RuleBody> bodyType) {
        for (var kind : values()) {
            if (kind.bodyType == bodyType) {
                return kind;
            }
        }
        throw new IllegalArgumentException(bodyType + " is no body of a rule set");
    }
}
