package id.karier.competency.assessment;

import id.karier.competency.assessment.AssessmentJson.View;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.rules.body.JpmBody.Purpose;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every query about rounds themselves. */
@Singleton
class AssessmentQueries extends AgencyRepository<Assessment> {
    static final ListSpec<View> ASSESSMENTS = ListSpec.of("assessments", AssessmentQueries::view)
            .columns(
                    "a.id, a.name, a.purpose, a.state, a.unit_id, a.position_levels, a.weights, a.starts_on, a.ends_on,"
                            + " a.participants, a.rule_set, a.prepared_on, a.closed_on, a.published_on, a.review_until,"
                            + " a.withdrawal_reason, a.version")
            .from("assessments a", "a.agency")
            .objects(AssessmentObjects.ASSESSMENT, "a")
            .sortedBy(SortKey.date("startsOn", "a.starts_on", View::startsOn))
            .then(SortKey.id("a.id", View::id))
            .order("-startsOn")
            .build();

    /** Answers are taken while nobody closes the round, and nobody closes it while one is being taken. */
    private static final SqlText PERIOD = SqlText.ofAgency("""
            select a.state, a.starts_on, a.ends_on from assessments a
            where a.agency = :agency and a.id = :id lock in share mode""");

    private final AgencySql sql;
    private final Lists lists;

    AssessmentQueries(ObjectReach reach, AgencySql sql, Lists lists) {
        super(AssessmentObjects.ASSESSMENT, reach);
        this.sql = sql;
        this.lists = lists;
    }

    /** What decides whether an answer is taken. */
    record Period(AssessmentState state, LocalDate startsOn, LocalDate endsOn) {}

    private static View view(Row row) throws SQLException {
        return new View(
                row.id(),
                row.text(),
                row.constant(Purpose.class),
                row.constant(AssessmentState.class),
                row.optionalId(),
                Assessment.levels(row.optionalText()),
                Assessment.weights(row.optionalText()),
                row.date(),
                row.date(),
                row.integer(),
                row.optionalText(),
                row.optionalDate(),
                row.optionalDate(),
                row.optionalDate(),
                row.optionalDate(),
                row.optionalText(),
                row.number());
    }

    Page<View> page(AssessmentFilter filter, PageRequest page) {
        var narrowed = new ListFilter()
                .where("a.state = :state", "state", filter.state)
                .where("a.purpose = :purpose", "purpose", filter.purpose);
        return lists.page(ASSESSMENTS, narrowed, page);
    }

    /** @throws ProblemException 404 when the caller's agency has no such round */
    View view(UUID id) {
        return lists.require(ASSESSMENTS, new ListFilter().where("a.id = :id", "id", id));
    }

    /**
     * A round, for whoever has a part in it and need not read rounds as such.
     *
     * @throws ProblemException 404 when the caller's agency has no such round
     */
    Assessment ofAgency(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** The same, locked until the transaction ends. */
    Assessment lockOfAgency(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    /** The period of a round, which stays as it is until the transaction ends. */
    Optional<Period> held(UUID id) {
        return sql.first(
                PERIOD,
                Map.of("id", id),
                row -> new Period(row.constant(AssessmentState.class), row.date(), row.date()));
    }
}
