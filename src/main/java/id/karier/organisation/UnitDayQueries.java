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
import id.karier.organisation.UnitJson.Link;
import id.karier.organisation.UnitJson.NameSpan;
import id.karier.organisation.UnitJson.Node;
import id.karier.organisation.UnitJson.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tree of a day that is not today, with the names of that day: by placements and names, where today has columns. */
@ApplicationScoped
public class UnitDayQueries {
    /** Where a unit stands on {@code :asOf}, and what it is called then. */
    private static final String ON_DAY = """
             left join unit_placements s on s.unit_id = u.id
                and s.starts_on <= :asOf and (s.ends_on is null or s.ends_on >= :asOf)
            left join unit_names n on n.unit_id = u.id
                and n.starts_on <= :asOf and (n.ends_on is null or n.ends_on >= :asOf)""";

    private static final String NAME = "coalesce(n.name, u.name)";

    private static final String BELOW = """
            with recursive below (unit_id, depth) as (
                select cast(:root as binary(16)), 0
                union all
                select p.unit_id, below.depth + 1
                from below join unit_placements p on p.parent_id = below.unit_id
                    and p.starts_on <= :asOf and (p.ends_on is null or p.ends_on >= :asOf)
                where below.depth < 500)
            select unit_id, depth from below""";

    public static final ListSpec<Summary> UNITS = ListSpec.of("units", UnitDayQueries::summary)
            .columns("u.id, u.agency, u.code, " + NAME + ", u.kind, s.parent_id, u.opened_on, u.closed_on")
            .from("units u" + ON_DAY, "u.agency")
            .objects(OrganisationObjects.UNIT, "u")
            .sortedBy(
                    SortKey.text("name", NAME, Summary::name),
                    SortKey.text("code", "u.code", Summary::code),
                    SortKey.text("agency", "u.agency", Summary::agency))
            .then(SortKey.id("u.id", Summary::id))
            .order("name")
            .nationalOrder("agency,name")
            .build();
    public static final ListSpec<Node> SUBTREE = ListSpec.of("subtree", UnitDayQueries::node)
            .columns("u.id, u.code, " + NAME + ", u.kind, s.parent_id, a.depth, u.closed_on")
            .from("(" + BELOW + ") a join units u on u.id = a.unit_id" + ON_DAY, "u.agency")
            .notAboutPeople()
            .sortedBy(SortKey.number("depth", "a.depth", Node::depth))
            .then(SortKey.id("u.id", Node::id))
            .order("depth")
            .build();
    public static final ListSpec<NameSpan> NAMES = ListSpec.of("names", UnitDayQueries::name)
            .columns("n.id, n.name, n.starts_on, n.ends_on, n.decree_number, n.decree_date, n.applied, n.version")
            .from("unit_names n", "n.agency")
            .objects(OrganisationObjects.UNIT_NAME, "n")
            .sortedBy(SortKey.date("startsOn", "n.starts_on", NameSpan::startsOn))
            .then(SortKey.id("n.id", NameSpan::id))
            .order("startsOn")
            .build();

    private static final SqlText EXISTS = SqlText.ofNation("""
            select exists (select 1 from units u where u.agency = :agency and u.id = :unit and u.opened_on <= :asOf)""");

    /** From each unit upwards; one that stood nowhere yet is the whole path. */
    private static final SqlText PATHS = SqlText.ofNation("""
            with recursive path (leaf_id, unit_id, parent_id, depth) as (
                select u.id, u.id, p.parent_id, 0
                from units u left join unit_placements p on p.agency = :agency and p.unit_id = u.id
                    and p.starts_on <= :asOf and (p.ends_on is null or p.ends_on >= :asOf)
                where u.agency = :agency and u.id in (:units)
                union all
                select path.leaf_id, u.id, p.parent_id, path.depth + 1
                from path join units u on u.agency = :agency and u.id = path.parent_id
                    left join unit_placements p on p.agency = :agency and p.unit_id = u.id
                    and p.starts_on <= :asOf and (p.ends_on is null or p.ends_on >= :asOf)
                where path.depth < 500)
            select path.leaf_id, u.id, coalesce(n.name, u.name), u.kind
            from path join units u on u.agency = :agency and u.id = path.unit_id
                left join unit_names n on n.agency = :agency and n.unit_id = u.id
                and n.starts_on <= :asOf and (n.ends_on is null or n.ends_on >= :asOf)
            order by path.leaf_id, path.depth desc""");

    private final AgencySql sql;
    private final Lists lists;

    UnitDayQueries(AgencySql sql, Lists lists) {
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

    private static NameSpan name(Row row) throws SQLException {
        return new NameSpan(
                row.id(),
                row.text(),
                row.date(),
                row.optionalDate(),
                row.optionalText(),
                row.optionalDate(),
                !row.flag(),
                row.number());
    }

    Page<Summary> list(UnitFilter filter, LocalDate day, PageRequest page) {
        var narrowed = new ListFilter()
                .on("u.opened_on <= :asOf and (u.closed_on is null or u.closed_on >= :asOf)", "asOf", day, day)
                .where("u.agency = :ofAgency", "ofAgency", filter.agency)
                .where("s.parent_id = :parent", "parent", filter.parent)
                .where("u.id in (select b.unit_id from (" + BELOW + ") b)", "root", filter.under)
                .where("u.kind = :kind", "kind", filter.kind)
                .where(NAME + " like :q escape '!'", "q", Prefix.of(filter.q))
                .when(filter.top, "top", "s.parent_id is null");
        return lists.page(UNITS, narrowed, page);
    }

    Page<Node> subtree(UUID root, LocalDate day, @Nullable Integer depth, PageRequest page) {
        requireThere(root, day);
        var narrowed = new ListFilter()
                .on("u.opened_on <= :asOf", "asOf", day, day)
                .bind("root", root)
                .where("a.depth <= :depth", "depth", depth);
        return lists.page(SUBTREE, narrowed, page);
    }

    Page<NameSpan> names(UUID unit, PageRequest page) {
        return lists.page(NAMES, new ListFilter().where("n.unit_id = :unit", "unit", unit), page);
    }

    /** @throws ProblemException 404 for a unit that was not open yet on the day, or is another agency's */
    void requireThere(UUID unit, LocalDate day) {
        if (sql.count(EXISTS, Map.of("unit", unit, "asOf", day)) == 0) {
            throw ProblemException.notFound();
        }
    }

    private record Step(UUID leaf, Link unit) {}

    /** The paths of units on a day by unit, the topmost first, each unit itself last. */
    Map<UUID, List<Link>> paths(Collection<UUID> units, LocalDate day) {
        var paths = new LinkedHashMap<UUID, List<Link>>();
        if (!units.isEmpty()) {
            var steps = sql.rows(
                    PATHS,
                    Map.of("units", units, "asOf", day),
                    row -> new Step(row.id(), new Link(row.id(), row.text(), row.text())));
            for (var step : steps) {
                paths.computeIfAbsent(step.leaf(), leaf -> new ArrayList<>()).add(step.unit());
            }
        }
        return paths;
    }
}
