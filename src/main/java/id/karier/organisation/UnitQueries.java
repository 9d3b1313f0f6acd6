package id.karier.organisation;

import id.karier.kernel.ProblemException;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.organisation.UnitJson.Link;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Every query about single units; their lists are in {@link UnitListQueries}, what changes the tree in {@link UnitTreeQueries}. */
@Singleton
public class UnitQueries extends AgencyRepository<Unit> {
    /** Shared through {@link UnitDirectory#led}. */
    static final String LED = """
            select distinct p.unit_id from employee_positions h join positions p on p.id = h.position_id
            where h.agency = :agency and h.employee_id = :%s and p.leads_unit and h.starts_on <= :%s
                and (h.ends_on is null or h.ends_on >= :%s)""";

    private static final SqlText HEADS = SqlText.ofAgency("""
            select p.unit_id, h.employee_id from employee_positions h join positions p on p.id = h.position_id
            where h.agency = :agency and p.leads_unit and h.starts_on <= :day
                and (h.ends_on is null or h.ends_on >= :day)""");
    private static final SqlText PATHS_OF_ALL = SqlText.ofAgency("""
            select a.unit_id, a.ancestor_id from unit_ancestors a
            where a.agency = :agency order by a.unit_id, a.depth desc""");

    private static final SqlText LED_BY = SqlText.ofNation(LED.formatted("employee", "day", "day"));

    private static final String FACTS = """
            select u.id, u.agency, u.code, u.name, u.kind, u.parent_id, u.opened_on, u.closed_on
            from units u where u.agency = :agency and """;
    private static final SqlText BY_ID = SqlText.ofNation(FACTS + " u.id = :key");
    private static final SqlText BY_CODE = SqlText.ofNation(FACTS + " u.code = :key");
    private static final SqlText BY_SIASN_ID = SqlText.ofNation(FACTS + " u.siasn_id = :key");
    private static final SqlText PATH = SqlText.ofNation("""
            select u.id, u.agency, u.code, u.name, u.kind, u.parent_id, u.opened_on, u.closed_on
            from unit_ancestors a join units u on u.id = a.ancestor_id
            where u.agency = :agency and a.unit_id = :unit order by a.depth desc""");
    private static final SqlText PATHS = SqlText.ofNation("""
            select a.unit_id, a.ancestor_id from unit_ancestors a
            where a.agency = :agency and a.unit_id in (:units) order by a.unit_id, a.depth desc""");
    private static final SqlText IS_UNDER = SqlText.ofNation("""
            select exists (select 1 from unit_ancestors a
                where a.agency = :agency and a.ancestor_id = :ancestor and a.unit_id = :unit)""");
    private static final SqlText ROW = SqlText.ofNation("""
            select u.id, u.agency, u.code, u.name, u.kind, u.opened_on, u.closed_on, u.siasn_id, u.version
            from units u where u.agency = :agency and u.id = :id""");

    private static final SqlText IS_CODE_TAKEN =
            SqlText.ofAgency("select exists (select 1 from units u where u.agency = :agency and u.code = :code)");

    /** Shared: many may be put into one unit at a time, but meanwhile nobody closes or changes it. */
    private static final SqlText HOLD = SqlText.ofAgency("""
            select u.id from units u where u.agency = :agency and u.id = :id lock in share mode""");

    /** In SQL, because a name is the employee slice's, which stands above this one. */
    private static final SqlText HEAD = SqlText.ofNation("""
            select h.employee_id, e.front_titles, e.name, e.back_titles, p.id, p.name as position_name, h.assignment
            from positions p
            join employee_positions h on h.position_id = p.id
                and h.starts_on <= :today and (h.ends_on is null or h.ends_on >= :today)
            join employees e on e.id = h.employee_id
            where p.agency = :agency and p.unit_id = :unit and p.leads_unit = true
            order by h.assignment <> 'DEFINITIVE', h.starts_on desc, h.id
            limit 1""");

    private final AgencySql sql;

    UnitQueries(ObjectReach reach, AgencySql sql) {
        super(OrganisationObjects.UNIT, reach);
        this.sql = sql;
    }

    private static UnitDirectory.Facts facts(Row row) throws SQLException {
        return new UnitDirectory.Facts(
                row.id(),
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                row.optionalId(),
                row.date(),
                row.optionalDate());
    }

    Optional<UnitDirectory.Facts> facts(UUID id) {
        return sql.first(BY_ID, Map.of("key", id), UnitQueries::facts);
    }

    Optional<UnitDirectory.Facts> factsByCode(String code) {
        return sql.first(BY_CODE, Map.of("key", code), UnitQueries::facts);
    }

    Optional<UnitDirectory.Facts> factsBySiasnId(String siasnId) {
        return sql.first(BY_SIASN_ID, Map.of("key", siasnId), UnitQueries::facts);
    }

    /** Keeps a unit from being closed or changed until the transaction ends. */
    void hold(UUID id) {
        sql.first(HOLD, Map.of("id", id), Row::id);
    }

    List<UnitDirectory.Facts> path(UUID unit) {
        return sql.rows(PATH, Map.of("unit", unit), UnitQueries::facts);
    }

    private record Above(UUID unit, UUID ancestor) {}

    Map<UUID, List<UUID>> paths(Collection<UUID> units) {
        return units.isEmpty() ? Map.of() : paths(PATHS, Map.of("units", units));
    }

    Map<UUID, List<UUID>> pathsOfAll() {
        return paths(PATHS_OF_ALL, Map.of());
    }

    private Map<UUID, List<UUID>> paths(SqlText select, Map<String, ?> values) {
        var paths = new LinkedHashMap<UUID, List<UUID>>();
        for (var above : sql.rows(select, values, row -> new Above(row.id(), row.id()))) {
            paths.computeIfAbsent(above.unit(), unit -> new ArrayList<>()).add(above.ancestor());
        }
        return paths;
    }

    Set<UUID> ledBy(UUID employee, LocalDate day) {
        return Set.copyOf(sql.rows(LED_BY, Map.of("employee", employee, "day", day), Row::id));
    }

    Map<UUID, Set<UUID>> heads(LocalDate day) {
        var heads = new HashMap<UUID, Set<UUID>>();
        sql.rows(
                HEADS,
                Map.of("day", day),
                row -> heads.computeIfAbsent(row.id(), u -> new HashSet<>()).add(row.id()));
        return heads;
    }

    boolean isUnder(UUID unit, UUID ancestor) {
        return sql.count(IS_UNDER, Map.of("unit", unit, "ancestor", ancestor)) > 0;
    }

    /** @throws ProblemException 404 when it is nobody's or another agency's */
    UnitJson.View view(UUID id, LocalDate today) {
        var unit = sql.first(ROW, Map.of("id", id), UnitQueries::row).orElseThrow(ProblemException::notFound);
        var path = path(id).stream()
                .filter(above -> !above.id().equals(id))
                .map(above -> new Link(above.id(), above.name(), above.kind()))
                .toList();
        var head = sql.first(HEAD, Map.of("unit", id, "today", today), UnitQueries::head);
        return new UnitJson.View(unit, path, head.orElse(null));
    }

    /** The unit as it stood on a day, called and led as on that day. */
    UnitJson.View view(UUID id, LocalDate day, List<Link> pathOnDay) {
        var unit = sql.first(ROW, Map.of("id", id), UnitQueries::row).orElseThrow(ProblemException::notFound);
        var self = pathOnDay.get(pathOnDay.size() - 1);
        var head = sql.first(HEAD, Map.of("unit", id, "today", day), UnitQueries::head);
        return new UnitJson.View(
                unit.called(self.name()), pathOnDay.subList(0, pathOnDay.size() - 1), head.orElse(null));
    }

    private static UnitJson.Row row(Row row) throws SQLException {
        return new UnitJson.Row(
                row.id(),
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                row.date(),
                row.optionalDate(),
                row.optionalText(),
                row.number());
    }

    private static UnitJson.Head head(Row row) throws SQLException {
        var employee = row.id();
        var frontTitles = row.optionalText();
        var name = row.text();
        var backTitles = row.optionalText();
        var front = frontTitles == null ? "" : frontTitles + " ";
        var back = backTitles == null ? "" : ", " + backTitles;
        return new UnitJson.Head(employee, front + name + back, row.id(), row.text(), row.text());
    }

    /** @throws ProblemException 404 when it is nobody's or another agency's */
    void requireThere(UUID unit) {
        if (facts(unit).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    boolean isCodeTaken(String code) {
        return sql.count(IS_CODE_TAKEN, Map.of("code", code)) > 0;
    }
}
