package id.karier.organisation;

import static id.karier.kernel.data.IdColumns.bytes;
import static id.karier.kernel.data.IdColumns.id;

import id.karier.kernel.ProblemException;
import id.karier.kernel.web.Cursors;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.organisation.AgencyJson.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Every query about agencies. The few facts that everything asks for are read in plain JDBC: they are asked before anybody
 * is signed in, when a Hibernate session would keep the tenant of nobody for the rest of the request.
 */
@ApplicationScoped
class AgencyQueries {
    private static final String FACTS = "select code, id, name, kind, time_zone from agencies where code = ?";
    private static final String CODE = "select code from agencies where id = ?";
    private static final String CODES = "select code from agencies order by code";

    private static final String SUMMARY = """
            select new id.karier.organisation.AgencyJson$Summary(a.agencyId, a.code, a.name, a.kind, a.timeZone)""";
    private static final String BY_ID = """
            select a from Agency a where a.agencyId = :id and (:only is null or a.code = :only)""";

    private static final SortKey<Summary> BY_NAME = SortKey.text("name", "a.name", Summary::name);
    private static final SortKey<Summary> BY_CODE = SortKey.text("code", "a.code", Summary::code);

    private final DataSource database;
    private final EntityManager entities;
    private final Cursors cursors;

    AgencyQueries(DataSource database, EntityManager entities, Cursors cursors) {
        this.database = database;
        this.entities = entities;
        this.cursors = cursors;
    }

    /** @param only the one agency that the caller may see, null for all */
    Page<Summary> list(@Nullable String only, @Nullable String kind, PageRequest page) {
        return new ListQuery<>(Summary.class, SUMMARY, "from Agency a", List.of(BY_CODE, BY_NAME), BY_CODE, "code")
                .where("a.code = :only", "only", only)
                .where("a.kind = :kind", "kind", kind)
                .page(entities, cursors, "agencies", page);
    }

    /**
     * @param only the one agency that the caller may see, null for all
     * @throws ProblemException 404 when there is none, or not for this caller
     */
    Agency require(UUID id, @Nullable String only) {
        return entities
                .createQuery(BY_ID, Agency.class)
                .setParameter("id", id)
                .setParameter("only", only)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Holds the agency's row until the transaction ends: changes of its tree of units follow one another. */
    void lock(String code) {
        if (entities.find(Agency.class, code, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw ProblemException.notFound();
        }
    }

    void flush() {
        entities.flush();
    }

    private interface Work<R> {
        @Nullable
        R on(Connection connection) throws SQLException;
    }

    AgencyDirectory.@Nullable Facts facts(String code) {
        return connected(connection -> {
            try (var statement = connection.prepareStatement(FACTS)) {
                statement.setString(1, code);
                try (var found = statement.executeQuery()) {
                    return found.next() ? read(found) : null;
                }
            }
        });
    }

    @Nullable
    String code(UUID id) {
        return connected(connection -> {
            try (var statement = connection.prepareStatement(CODE)) {
                statement.setBytes(1, bytes(id));
                try (var found = statement.executeQuery()) {
                    return found.next() ? found.getString("code") : null;
                }
            }
        });
    }

    List<String> codes() {
        var codes = new ArrayList<String>();
        connected(connection -> {
            try (var statement = connection.prepareStatement(CODES);
                    var found = statement.executeQuery()) {
                while (found.next()) {
                    codes.add(found.getString("code"));
                }
                return codes;
            }
        });
        return codes;
    }

    private static AgencyDirectory.Facts read(ResultSet found) throws SQLException {
        return new AgencyDirectory.Facts(
                found.getString("code"),
                id(found.getBytes("id")),
                found.getString("name"),
                found.getString("kind"),
                ZoneId.of(found.getString("time_zone")));
    }

    private <R> @Nullable R connected(Work<R> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot read agencies", failed);
        }
    }
}
