package id.karier.competency.dictionary;

import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyText;
import id.karier.competency.dictionary.DictionaryJson.Summary;
import id.karier.kernel.Caller;
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
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.Prefix;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about competencies: an agency reads its own and the nation's, and writes its own. */
@Singleton
public class DictionaryQueries extends AgencyRepository<Competency> {
    public static final ListSpec<Summary> COMPETENCIES = ListSpec.of("competencies", DictionaryQueries::summary)
            .columns(
                    "c.id, c.code, c.kind, c.agency, c.name_id, c.name_en, c.affair, c.job_family, c.edition, c.retired_on")
            .from("competencies c" + AgencyDirectory.readers("c.agency"), "reader.code")
            .objects(DictionaryObjects.COMPETENCY, "c")
            .sortedBy(
                    SortKey.text("code", "c.code", Summary::code),
                    SortKey.text("name", "c.name_id", row -> row.name().id()))
            .then(SortKey.id("c.id", Summary::id))
            .order("code")
            .build();

    private static final String FACTS = """
            select c.id, c.code, c.kind, c.agency, c.name_id, c.name_en, c.edition, c.retired_on
            from competencies c where c.agency in (:agency, '*') and """;
    private static final SqlText BY_ID = SqlText.ofAgency(FACTS + " c.id in (:ids)");
    private static final SqlText BY_CODE = SqlText.ofAgency(FACTS + " c.code = :code");
    private static final SqlText GENERIC =
            SqlText.ofAgency(FACTS + " c.agency = '*' and c.kind in ('MANAGERIAL', 'SOCIO_CULTURAL')");

    private final AgencySql sql;
    private final Lists lists;

    DictionaryQueries(ObjectReach reach, AgencySql sql, Lists lists) {
        super(DictionaryObjects.COMPETENCY, reach);
        this.sql = sql;
        this.lists = lists;
    }

    private static Summary summary(Row row) throws SQLException {
        return new Summary(
                row.id(),
                row.text(),
                row.constant(CompetencyKind.class),
                row.text().equals(Caller.EVERY_AGENCY),
                new CompetencyText(row.text(), row.optionalText()),
                row.optionalText(),
                row.optionalText(),
                row.integer(),
                row.optionalDate());
    }

    private static CompetencyDirectory.Facts facts(Row row) throws SQLException {
        return new CompetencyDirectory.Facts(
                row.id(),
                row.text(),
                row.constant(CompetencyKind.class),
                row.text().equals(Caller.EVERY_AGENCY),
                new CompetencyText(row.text(), row.optionalText()),
                row.integer(),
                row.optionalDate());
    }

    Page<Summary> page(DictionaryFilter filter, LocalDate today, PageRequest page) {
        var narrowed = new ListFilter()
                .on(
                        filter.retired ? "c.retired_on < :today" : "c.retired_on is null or c.retired_on >= :today",
                        "today",
                        null,
                        today)
                .when(filter.retired, "retired", "true")
                .where("c.kind = :kind", "kind", filter.kind)
                .where("c.affair = :affair", "affair", isWhole(filter.affair) ? filter.affair : null)
                .where("c.affair like :field escape '!'", "field", isWhole(filter.affair) ? null : field(filter.affair))
                .where("c.job_family = :jobFamily", "jobFamily", filter.jobFamily)
                .where(
                        "c.name_id like :q escape '!' or c.name_en like :q escape '!' or c.code like :q escape '!'",
                        "q",
                        Prefix.of(filter.q));
        return lists.page(COMPETENCIES, narrowed, page);
    }

    private static boolean isWhole(@Nullable String affair) {
        return affair != null && affair.contains(".");
    }

    /** All affairs of a field: {@code 2} is {@code 2.01}, {@code 2.02} and so on. */
    private static @Nullable String field(@Nullable String affair) {
        return affair == null ? null : Prefix.of(affair + '.');
    }

    /** @throws id.karier.kernel.ProblemException 404 when neither the agency nor the nation has it */
    Summary summary(UUID id) {
        return lists.require(COMPETENCIES, new ListFilter().where("c.id = :id", "id", id));
    }

    List<CompetencyDirectory.Facts> facts(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : sql.rows(BY_ID, Map.of("ids", ids), DictionaryQueries::facts);
    }

    Optional<CompetencyDirectory.Facts> factsByCode(String code) {
        return sql.first(BY_CODE, Map.of("code", code), DictionaryQueries::facts);
    }

    /** The nine that everybody is measured by. */
    List<CompetencyDirectory.Facts> generic() {
        return sql.rows(GENERIC, Map.of(), DictionaryQueries::facts);
    }
}
