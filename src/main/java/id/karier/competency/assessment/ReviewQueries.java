package id.karier.competency.assessment;

import id.karier.competency.assessment.AssessmentJson.Review;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import id.karier.kernel.data.Row;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;

/** Every query about requests for a review. */
@Singleton
class ReviewQueries extends AgencyRepository<AssessmentReview> {
    static final ListSpec<Review> REVIEWS = ListSpec.of("assessment-reviews", ReviewQueries::review)
            .columns("v.id, v.assessment_id, v.participant_id, v.employee_id, v.competency_id, v.reason, v.asked_on,"
                    + " v.outcome, v.decided_level, v.decided_on, v.decision, v.version")
            .from("assessment_reviews v", "v.agency")
            .objects(AssessmentObjects.REVIEW, "v")
            .sortedBy(SortKey.date("askedOn", "v.asked_on", Review::askedOn))
            .then(SortKey.id("v.id", Review::id))
            .order("askedOn")
            .build();

    private final Lists lists;

    ReviewQueries(ObjectReach reach, Lists lists) {
        super(AssessmentObjects.REVIEW, reach);
        this.lists = lists;
    }

    private static Review review(Row row) throws SQLException {
        return new Review(
                row.id(),
                row.id(),
                row.id(),
                row.id(),
                row.id(),
                row.text(),
                row.date(),
                row.optionalConstant(ReviewOutcome.class),
                row.optionalInteger(),
                row.optionalDate(),
                row.optionalText(),
                row.number());
    }

    Page<Review> page(ReviewFilter filter, PageRequest page) {
        var decided = filter.decided;
        var narrowed = new ListFilter()
                .where("v.assessment_id = :assessment", "assessment", filter.assessment)
                .when(Boolean.TRUE.equals(decided), "decided", "v.outcome is not null")
                .when(Boolean.FALSE.equals(decided), "undecided", "v.outcome is null");
        return lists.page(REVIEWS, narrowed, page);
    }

    /** @throws id.karier.kernel.ProblemException 404 unless it is within the caller's reach */
    Review view(UUID id) {
        return lists.require(REVIEWS, new ListFilter().where("v.id = :id", "id", id));
    }

    boolean isAsked(UUID participant, UUID competency) {
        return count("participantId = ?1 and competencyId = ?2", participant, competency) > 0;
    }
}
