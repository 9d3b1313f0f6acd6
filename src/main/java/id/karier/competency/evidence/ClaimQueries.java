package id.karier.competency.evidence;

import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyRef;
import id.karier.competency.CompetencyText;
import id.karier.competency.evidence.EvidenceJson.Claim;
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
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about claims. */
@Singleton
public class ClaimQueries extends AgencyRepository<CompetencyClaim> {
    public static final ListSpec<Claim> CLAIMS = ListSpec.of("competency-claims", ClaimQueries::claim)
            .columns("k.id, k.employee_id, c.id, c.code, c.kind, c.name_id, c.name_en, k.level, k.description,"
                    + " k.certificate_number, k.certificate_until, k.status, k.submitted_at, k.decided_on,"
                    + " k.decided_level, k.reason, k.version")
            .from("competency_claims k join competencies c on c.id = k.competency_id", "k.agency")
            .objects(EvidenceObjects.CLAIM, "k")
            .sortedBy(SortKey.instant("submittedAt", "k.submitted_at", Claim::submittedAt))
            .then(SortKey.id("k.id", Claim::id))
            .order("submittedAt")
            .build();

    /** Whatever its guard, an assessor decides neither what is about herself nor what she has submitted. */
    private static final SqlText TO_DECIDE = SqlText.ofAgency("""
            select count(*) from competency_claims k
            where k.agency = :agency and k.status = 'SUBMITTED' and k.submitted_by <> :account and k.employee_id <> :self""");

    private final AgencySql sql;
    private final Lists lists;

    ClaimQueries(ObjectReach reach, AgencySql sql, Lists lists) {
        super(EvidenceObjects.CLAIM, reach);
        this.sql = sql;
        this.lists = lists;
    }

    private static Claim claim(Row row) throws SQLException {
        return new Claim(
                row.id(),
                row.id(),
                new CompetencyRef(
                        row.id(),
                        row.text(),
                        row.constant(CompetencyKind.class),
                        new CompetencyText(row.text(), row.optionalText())),
                row.integer(),
                row.optionalText(),
                row.optionalText(),
                row.optionalDate(),
                row.constant(ClaimStatus.class),
                row.instant(),
                row.optionalDate(),
                row.optionalInteger(),
                row.optionalText(),
                row.number());
    }

    Page<Claim> page(ClaimFilter filter, PageRequest page) {
        var narrowed = new ListFilter()
                .where("k.employee_id = :employee", "employee", filter.employee)
                .where("k.status = :status", "status", filter.status);
        return lists.page(CLAIMS, narrowed, page);
    }

    /** @throws id.karier.kernel.ProblemException 404 unless it is within the caller's reach */
    Claim view(UUID id) {
        return lists.require(CLAIMS, new ListFilter().where("k.id = :id", "id", id));
    }

    /** How many claims of the agency somebody may decide. */
    long toDecide(UUID account, @Nullable UUID self) {
        return sql.count(
                TO_DECIDE, Map.of("account", account, "self", Objects.requireNonNullElse(self, ObjectReach.NOBODY)));
    }

    /** What waits for a decision about a person. */
    List<CompetencyClaim> open(UUID employee) {
        return list("employeeId = ?1 and status = ?2", employee, ClaimStatus.SUBMITTED);
    }
}
