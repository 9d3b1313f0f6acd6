package id.karier.organisation;

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
import id.karier.organisation.UnitJson.Link;
import id.karier.organisation.UnitJson.Node;
import id.karier.organisation.UnitJson.Placement;
import id.karier.organisation.UnitJson.Summary;
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
import org.jspecify.annotations.Nullable;

/** Every query about units; what changes their tree is in {@link UnitTreeQueries}. */
@Singleton
public class UnitQueries extends AgencyRepository<Unit> {
    public static final ListSpec<Summary> UNITS = ListSpec.of("units", UnitQueries::summary)
            .columns("u.id, u.agency, u.code, u.name, u.kind, u.parent_id, u.opened_on, u.closed_on")
            .from("units u", "u.agency")
            .objects(OrganisationObjects.UNIT, "u")
            .sortedBy(
                    SortKey.text("name", "u.name", Summary::name),
                    SortKey.text("code", "u.code", Summary::code),
                    SortKey.text("agency", "u.agency", Summary::agency))
            .then(SortKey.id("u.id", Summary::id))
            .order("name")
            .nationalOrder("agency,name")
            .build();
    public static final ListSpec<Node> SUBTREE = ListSpec.of("subtree", UnitQueries::node)
            .columns("u.id, u.code, u.name, u.kind, u.parent_id, a.depth, u.closed_on")
            .from("unit_ancestors a left join units u on u.id = a.unit_id", "a.agency")
            .notAboutPeople()
            .sortedBy(SortKey.number("depth", "a.depth", Node::depth))
            .then(SortKey.id("a.unit_id", Node::id))
            .order("depth")
            .build();
    public static final ListSpec<Placement> PLACEMENTS = ListSpec.of("placements", UnitQueries::placement)
            .columns(
                    "s.id, s.parent_id, p.name, p.kind, s.starts_on, s.ends_on, s.decree_number, s.decree_date, s.applied,"
                            + " s.version")
            .from("unit_placements s left join units p on p.id = s.parent_id", "s.agency")
            .objects(OrganisationObjects.UNIT_PLACEMENT, "s")
            .sortedBy(SortKey.date("startsOn", "s.starts_on", Placement::startsOn))
            .then(SortKey.id("s.id", Placement::id))
            .order("startsOn")
            .build();

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
    private final Lists lists;

    UnitQueries(ObjectReach reach, AgencySql sql, Lists lists) {
        super(OrganisationObjects.UNIT, reach);
        this.sql = sql;
        this.lists = lists;
    }

    private static Summary summary(Row row) throws SQLException {
        return new Summary(
                row.id(),
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                row.optionalId(),
                row.date(),
                row.optionalDate());
    }

    private static Node node(Row row) throws SQLException {
        return new Node(
                row.id(), row.text(), row.text(), row.text(), row.optionalId(), row.integer(), row.optionalDate());
    }

    private static Placement placement(Row row) throws SQLException {
        return new Placement(
                row.id(),
                row.optionalId(),
                row.optionalText(),
                row.optionalText(),
                row.date(),
                row.optionalDate(),
                row.optionalText(),
                row.optionalDate(),
                row.flag(),
                row.number());
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

    Page<Summary> list(UnitFilter filter, LocalDate today, PageRequest page) {
        var narrowed = new ListFilter()
                .on(
                        "u.opened_on <= :asOf and (u.closed_on is null or u.closed_on >= :asOf)",
                        "asOf",
                        filter.asOf,
                        today)
                .where("u.agency = :ofAgency", "ofAgency", filter.agency)
                .where("u.parent_id = :parent", "parent", filter.parent)
                .where(UnitDirectory.under("u.id", ":under"), "under", filter.under)
                .where("u.kind = :kind", "kind", filter.kind)
                .where("u.name like :q escape '!'", "q", Prefix.of(filter.q))
                .when(filter.top, "top", "u.parent_id is null");
        return lists.page(UNITS, narrowed, page);
    }

    /** A subtree level by level: what is above comes before what is below. */
    Page<Node> subtree(UUID root, @Nullable Integer depth, PageRequest page) {
        requireThere(root);
        var narrowed = new ListFilter()
                .where("a.ancestor_id = :root", "root", root)
                .where("a.depth <= :depth", "depth", depth);
        return lists.page(SUBTREE, narrowed, page);
    }

    Page<Placement> placements(UUID unit, PageRequest page) {
        requireThere(unit);
        return lists.page(PLACEMENTS, new ListFilter().where("s.unit_id = :unit", "unit", unit), page);
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
