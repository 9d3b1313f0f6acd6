package id.karier.competency.evidence;

import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyRef;
import id.karier.competency.CompetencyText;
import id.karier.competency.evidence.EvidenceJson.Result;
import id.karier.employee.Source;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query about results. */
@Singleton
public class ResultQueries extends AgencyRepository<CompetencyResult> {
    public static final ListSpec<Result> RESULTS = ListSpec.of("competency-results", ResultQueries::result)
            .columns("r.id, c.id, c.code, c.kind, c.name_id, c.name_en, r.edition, r.level, r.evidence, r.found_on,"
                    + " r.valid_until, r.assessor, r.certificate_number, r.source, r.claim_id, r.assessment_id, r.rule_set, r.annulled_on,"
                    + " r.annulment_reason, r.version")
            .from("competency_results r join competencies c on c.id = r.competency_id", "r.agency")
            .objects(EvidenceObjects.RESULT, "r")
            .sortedBy(SortKey.date("foundOn", "r.found_on", Result::foundOn))
            .then(SortKey.id("r.id", Result::id))
            .order("-foundOn")
            .build();

    private final Lists lists;

    ResultQueries(ObjectReach reach, Lists lists) {
        super(EvidenceObjects.RESULT, reach);
        this.lists = lists;
    }

    private static Result result(Row row) throws SQLException {
        return new Result(
                row.id(),
                new CompetencyRef(
                        row.id(),
                        row.text(),
                        row.constant(CompetencyKind.class),
                        new CompetencyText(row.text(), row.optionalText())),
                row.integer(),
                row.integer(),
                row.constant(EvidenceKind.class),
                row.date(),
                row.optionalDate(),
                row.optionalText(),
                row.optionalText(),
                row.constant(Source.class),
                row.optionalId(),
                row.optionalId(),
                row.text(),
                row.optionalDate(),
                row.optionalText(),
                row.number());
    }

    Page<Result> page(UUID employee, PageRequest page) {
        return lists.page(RESULTS, of(employee), page);
    }

    /** @throws id.karier.kernel.ProblemException 404 unless it is one of the person's */
    Result view(UUID employee, UUID id) {
        return lists.require(RESULTS, of(employee).where("r.id = :id", "id", id));
    }

    /** All that a person within reach was ever found to hold, newest first. */
    public List<Result> all(UUID employee) {
        return lists.all(RESULTS, of(employee));
    }

    /** What a round has found of a person in a competency, unless it was annulled. */
    Optional<CompetencyResult> ofRound(UUID assessment, UUID employee, UUID competency) {
        return find(
                        "assessmentId = ?1 and employeeId = ?2 and competencyId = ?3 and annulledOn is null",
                        assessment,
                        employee,
                        competency)
                .firstResultOptional();
    }

    private static ListFilter of(UUID employee) {
        return new ListFilter().where("r.employee_id = :employee", "employee", employee);
    }
}
