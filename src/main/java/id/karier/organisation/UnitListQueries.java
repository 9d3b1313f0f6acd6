package id.karier.organisation;

import id.karier.kernel.data.Row;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.organisation.UnitJson.NameSpan;
import id.karier.organisation.UnitJson.Node;
import id.karier.organisation.UnitJson.Placement;
import id.karier.organisation.UnitJson.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every list of units: of today by their own columns, of another day by their dated names and places. */
@ApplicationScoped
public class UnitListQueries {
    /** From a unit downwards on {@code :asOf}; its parameter is the unit. */
    private static final String BELOW = """
            with recursive below (unit_id, depth) as (
                select cast(:%s as binary(16)), 0
                union all
                select p.unit_id, below.depth + 1
                from below join unit_placements p on p.parent_id = below.unit_id
                    and p.starts_on <= :asOf and (p.ends_on is null or p.ends_on >= :asOf)
                where below.depth < 500)
            select unit_id, depth from below""";

    private static final Source TODAY = new Source(
            "u.name",
            "u.parent_id",
            "",
            "unit_ancestors a left join units u on u.id = a.unit_id",
            "a.agency",
            UnitDirectory.under("u.id", ":under"));
    private static final Source ON_DAY = new Source(
            "coalesce(n.name, u.name)",
            "s.parent_id",
            """
             left join unit_placements s on s.unit_id = u.id
                and s.starts_on <= :asOf and (s.ends_on is null or s.ends_on >= :asOf)
            left join unit_names n on n.unit_id = u.id
                and n.starts_on <= :asOf and (n.ends_on is null or n.ends_on >= :asOf)""",
            "(" + BELOW.formatted("root") + ") a join units u on u.id = a.unit_id",
            "u.agency",
            "u.id in (select b.unit_id from (" + BELOW.formatted("under") + ") b)");

    public static final ListSpec<Summary> UNITS = TODAY.units();
    public static final ListSpec<Summary> UNITS_ON_DAY = ON_DAY.units();
    public static final ListSpec<Node> SUBTREE = TODAY.subtree();
    public static final ListSpec<Node> SUBTREE_ON_DAY = ON_DAY.subtree();
    public static final ListSpec<NameSpan> NAMES = ListSpec.of("names", UnitListQueries::name)
            .columns("n.id, n.name, n.starts_on, n.ends_on, n.decree_number, n.decree_date, n.applied, n.version")
            .from("unit_names n", "n.agency")
            .objects(OrganisationObjects.UNIT_NAME, "n")
            .sortedBy(SortKey.date("startsOn", "n.starts_on", NameSpan::startsOn))
            .then(SortKey.id("n.id", NameSpan::id))
            .order("startsOn")
            .build();
    public static final ListSpec<Placement> PLACEMENTS = ListSpec.of("placements", UnitListQueries::placement)
            .columns(
                    "s.id, s.parent_id, p.name, p.kind, s.starts_on, s.ends_on, s.decree_number, s.decree_date, s.applied,"
                            + " s.version")
            .from("unit_placements s left join units p on p.id = s.parent_id", "s.agency")
            .objects(OrganisationObjects.UNIT_PLACEMENT, "s")
            .sortedBy(SortKey.date("startsOn", "s.starts_on", Placement::startsOn))
            .then(SortKey.id("s.id", Placement::id))
            .order("startsOn")
            .build();

    private final UnitQueries units;
    private final UnitDayQueries days;
    private final Lists lists;

    UnitListQueries(UnitQueries units, UnitDayQueries days, Lists lists) {
        this.units = units;
        this.days = days;
        this.lists = lists;
    }

    /**
     * Where a list finds what changes with the day.
     *
     * @param name what the unit is called
     * @param parent the unit above it
     * @param joins the tables of both, beside the units
     * @param tree the units of a subtree with their depth, from {@code :root} on where it is reckoned
     * @param agency the column of the tree's agency
     * @param under the condition that a unit stands in the subtree of {@code :under}
     */
    private record Source(String name, String parent, String joins, String tree, String agency, String under) {
        ListSpec<Summary> units() {
            return ListSpec.of("units", UnitListQueries::summary)
                    .columns("u.id, u.agency, u.code, " + name + ", u.kind, " + parent + ", u.opened_on, u.closed_on")
                    .from("units u" + joins, "u.agency")
                    .objects(OrganisationObjects.UNIT, "u")
                    .sortedBy(
                            SortKey.text("name", name, Summary::name),
                            SortKey.text("code", "u.code", Summary::code),
                            SortKey.text("agency", "u.agency", Summary::agency))
                    .then(SortKey.id("u.id", Summary::id))
                    .order("name")
                    .nationalOrder("agency,name")
                    .build();
        }

        ListSpec<Node> subtree() {
            return ListSpec.of("subtree", UnitListQueries::node)
                    .columns("u.id, u.code, " + name + ", u.kind, " + parent + ", a.depth, u.closed_on")
                    .from(tree + joins, agency)
                    .notAboutPeople()
                    .sortedBy(SortKey.number("depth", "a.depth", Node::depth))
                    .then(SortKey.id("a.unit_id", Node::id))
                    .order("depth")
                    .build();
        }
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

    /** The units of today, or of the day that the filter names. */
    Page<Summary> list(UnitFilter filter, LocalDate today, PageRequest page) {
        boolean isToday = filter.day(today).equals(today);
        var source = isToday ? TODAY : ON_DAY;
        var narrowed = new ListFilter()
                .on(
                        "u.opened_on <= :asOf and (u.closed_on is null or u.closed_on >= :asOf)",
                        "asOf",
                        filter.asOf,
                        today)
                .where("u.agency = :ofAgency", "ofAgency", filter.agency)
                .where(source.parent() + " = :parent", "parent", filter.parent)
                .where(source.under(), "under", filter.under)
                .where("u.kind = :kind", "kind", filter.kind)
                .where(source.name() + " like :q escape '!'", "q", Prefix.of(filter.q))
                .when(filter.top, "top", source.parent() + " is null");
        return lists.page(isToday ? UNITS : UNITS_ON_DAY, narrowed, page);
    }

    /**
     * A subtree level by level: what is above comes before what is below.
     *
     * @param day null for today
     */
    Page<Node> subtree(UUID root, @Nullable LocalDate day, @Nullable Integer depth, PageRequest page) {
        var narrowed = new ListFilter().where("a.depth <= :depth", "depth", depth);
        if (day == null) {
            units.requireThere(root);
            return lists.page(SUBTREE, narrowed.where("a.ancestor_id = :root", "root", root), page);
        }
        days.requireThere(root, day);
        return lists.page(
                SUBTREE_ON_DAY,
                narrowed.on("u.opened_on <= :asOf", "asOf", day, day).bind("root", root),
                page);
    }

    Page<NameSpan> names(UUID unit, PageRequest page) {
        units.requireThere(unit);
        return lists.page(NAMES, new ListFilter().where("n.unit_id = :unit", "unit", unit), page);
    }

    Page<Placement> placements(UUID unit, PageRequest page) {
        units.requireThere(unit);
        return lists.page(PLACEMENTS, new ListFilter().where("s.unit_id = :unit", "unit", unit), page);
    }
}
