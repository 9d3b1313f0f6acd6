package id.karier.organisation;

import id.karier.kernel.ProblemException;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.organisation.AgencyJson.Summary;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every query about agencies. The few facts that everything asks for are a node's: they are asked before anybody is signed
 * in, about any agency.
 */
@Singleton
public class AgencyQueries implements PanacheRepositoryBase<Agency, String> {
    private static final SqlText FACTS =
            SqlText.ofNode("select code, id, name, kind, time_zone from agencies where code = :code");
    private static final SqlText CODE = SqlText.ofNode("select code from agencies where id = :id");
    private static final SqlText CODES = SqlText.ofNode("select code from agencies order by code");
    private static final SqlText CODE_WITHIN_REACH =
            SqlText.ofNation("select a.code from agencies a where a.code = :agency and a.id = :id");

    public static final ListSpec<Summary> AGENCIES = ListSpec.of("agencies", AgencyQueries::summary)
            .columns("a.id, a.code, a.name, a.kind, a.time_zone")
            .from("agencies a", "a.code")
            .objects(OrganisationObjects.AGENCY, "a")
            .sortedBy(SortKey.text("code", "a.code", Summary::code), SortKey.text("name", "a.name", Summary::name))
            .then(SortKey.text("code", "a.code", Summary::code))
            .order("code")
            .build();

    private final AgencySql sql;
    private final Lists lists;

    AgencyQueries(AgencySql sql, Lists lists) {
        this.sql = sql;
        this.lists = lists;
    }

    private static Summary summary(Row row) throws SQLException {
        return new Summary(row.id(), row.text(), row.text(), row.text(), row.text());
    }

    Page<Summary> list(@Nullable String kind, PageRequest page) {
        return lists.page(AGENCIES, new ListFilter().where("a.kind = :kind", "kind", kind), page);
    }

    /** @throws ProblemException 404 when there is none, or not for this caller */
    Agency require(UUID id) {
        var code = sql.first(CODE_WITHIN_REACH, Map.of("id", id), Row::text).orElseThrow(ProblemException::notFound);
        return findById(code);
    }

    /** Holds the agency's row until the transaction ends: changes of its tree of units follow one another. */
    void lock(String code) {
        if (findById(code, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw ProblemException.notFound();
        }
    }

    AgencyDirectory.@Nullable Facts facts(String code) {
        return sql.first(FACTS, Map.of("code", code), AgencyQueries::facts).orElse(null);
    }

    @Nullable
    String code(UUID id) {
        return sql.first(CODE, Map.of("id", id), Row::text).orElse(null);
    }

    List<String> codes() {
        return sql.rows(CODES, Map.of(), Row::text);
    }

    private static AgencyDirectory.Facts facts(Row row) throws SQLException {
        return new AgencyDirectory.Facts(row.text(), row.id(), row.text(), row.text(), ZoneId.of(row.text()));
    }
}
