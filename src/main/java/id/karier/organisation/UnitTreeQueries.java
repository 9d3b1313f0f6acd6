package id.karier.organisation;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.organisation.UnitRules.Blockers;
import id.karier.organisation.UnitRules.Chain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every query that changes the tree of units, or asks before it changes. Who changes it holds the agency's row, so that
 * two changes of one tree follow one another.
 */
@ApplicationScoped
class UnitTreeQueries {
    /** Later than every day that the register knows. */
    private static final LocalDate ENDLESS = LocalDate.of(9999, 12, 31);

    /** Goes up from the new parent on each day on which the tree is another, until the top or the unit itself. */
    private static final SqlText CHAIN = SqlText.ofAgency("""
            with recursive days (on_day) as (
                select cast(:startsOn as date)
                union
                select p.starts_on from unit_placements p
                where p.agency = :agency and p.starts_on > :startsOn and p.starts_on <= :until
            ), up (on_day, unit_id, height) as (
                select d.on_day, cast(:parent as binary(16)), 1 from days d
                union all
                select up.on_day, p.parent_id, up.height + 1
                from up join unit_placements p on p.unit_id = up.unit_id and p.starts_on <= up.on_day
                    and (p.ends_on is null or p.ends_on >= up.on_day)
                where p.parent_id is not null and up.unit_id <> :unit and up.height < 900
            )
            select min(case when up.unit_id = :unit then up.on_day end) as under_itself_on, max(up.height) as height
            from up""");

    private static final SqlText HEIGHT = SqlText.ofAgency(
            "select max(a.depth) from unit_ancestors a where a.agency = :agency and a.ancestor_id = :unit");
    private static final SqlText BELOW = SqlText.ofAgency("""
            select distinct a.unit_id from unit_ancestors a
            where a.agency = :agency and a.ancestor_id in (:units)""");
    private static final SqlText AGENCIES_WITH_DUE = SqlText.ofNode("""
            select agency from unit_placements where applied = false and starts_on <= :latest
            union select agency from unit_names where applied = false and starts_on <= :latest""");

    private static final SqlText PLACE_ITSELF = SqlText.ofAgency("""
            insert into unit_ancestors (agency, ancestor_id, unit_id, depth) values (:agency, :unit, :unit, 0)""");

    /** Cuts a whole subtree off what is above its root. */
    private static final SqlText DETACH = SqlText.ofAgency("""
            delete a from unit_ancestors a
            join unit_ancestors s on s.unit_id = a.unit_id and s.ancestor_id = :unit
            left join unit_ancestors inside on inside.ancestor_id = :unit and inside.unit_id = a.ancestor_id
            where a.agency = :agency and inside.unit_id is null""");

    /** Hangs a whole subtree under a parent and all that is above it now. */
    private static final SqlText ATTACH = SqlText.ofAgency("""
            insert into unit_ancestors (agency, ancestor_id, unit_id, depth)
            select up.agency, up.ancestor_id, s.unit_id, up.depth + s.depth + 1
            from unit_ancestors up join unit_ancestors s on s.ancestor_id = :unit
            where up.agency = :agency and s.agency = :agency and up.unit_id = :parent""");

    /** What still stands in or under a unit after a day: people, positions, units, planned moves, names. */
    private static final SqlText REMAINS = SqlText.ofAgency("""
            select exists (select 1 from employees e where e.agency = :agency and e.unit_id = :unit)
                    or exists (select 1 from employee_positions h where h.agency = :agency and h.unit_id = :unit
                        and (h.ends_on is null or h.ends_on > :day)),
                exists (select 1 from positions p where p.agency = :agency and p.unit_id = :unit
                    and (p.closed_on is null or p.closed_on > :day)),
                exists (select 1 from units u where u.agency = :agency and u.parent_id = :unit
                        and (u.closed_on is null or u.closed_on > :day))
                    or exists (select 1 from unit_placements s where s.agency = :agency and s.parent_id = :unit
                        and (s.ends_on is null or s.ends_on > :day)),
                exists (select 1 from unit_placements s where s.agency = :agency and s.unit_id = :unit
                    and s.starts_on > :day),
                exists (select 1 from unit_names n where n.agency = :agency and n.unit_id = :unit
                    and n.starts_on > :day)""");

    /** What has ever stood in or under a unit. */
    private static final SqlText EVER = SqlText.ofAgency("""
            select exists (select 1 from employees e where e.agency = :agency and e.unit_id = :unit)
                    or exists (select 1 from employee_positions h where h.agency = :agency and h.unit_id = :unit),
                exists (select 1 from positions p where p.agency = :agency and p.unit_id = :unit),
                exists (select 1 from units u where u.agency = :agency and u.parent_id = :unit)
                    or exists (select 1 from unit_placements s where s.agency = :agency and s.parent_id = :unit)""");

    private static final SqlText FIRST_USE = SqlText.ofAgency("""
            select min(used.starts_on) from (
                select h.starts_on from employee_positions h where h.agency = :agency and h.unit_id = :unit
                union all
                select s.starts_on from unit_placements s where s.agency = :agency and s.parent_id = :unit) used""");

    private static final SqlText FORGET = SqlText.ofAgency("""
            delete from unit_ancestors where agency = :agency and unit_id = :unit""");

    private final AgencySql sql;

    UnitTreeQueries(AgencySql sql) {
        this.sql = sql;
    }

    /** What is above a parent, from a day until the last day of the stay under it. */
    Chain chain(UUID unit, UUID parent, LocalDate startsOn, @Nullable LocalDate endsOn) {
        var values = Map.of(
                "unit", unit,
                "parent", parent,
                "startsOn", startsOn,
                "until", Objects.requireNonNullElse(endsOn, ENDLESS));
        return sql.first(CHAIN, values, row -> new Chain(row.optionalDate(), row.integer()))
                .orElseThrow();
    }

    /** How many levels a unit has below it today. */
    int height(UUID unit) {
        return (int) sql.count(HEIGHT, Map.of("unit", unit));
    }

    /** Some units with all that are below them today. */
    List<UUID> below(List<UUID> units) {
        return sql.rows(BELOW, Map.of("units", units), Row::id);
    }

    /** The agencies in which a planned move begins no later than a day. */
    List<String> agenciesWithDue(LocalDate latest) {
        return sql.rows(AGENCIES_WITH_DUE, Map.of("latest", latest), Row::text);
    }

    /** Gives a new unit its place under a parent, or at the top. */
    void place(UUID unit, @Nullable UUID parent) {
        sql.change(PLACE_ITSELF, Map.of("unit", unit));
        if (parent != null) {
            attach(unit, parent);
        }
    }

    void detach(UUID unit) {
        sql.change(DETACH, Map.of("unit", unit));
    }

    void attach(UUID unit, UUID parent) {
        sql.change(ATTACH, Map.of("unit", unit, "parent", parent));
    }

    /** What keeps a unit from being removed; planned moves and names of its own go with it. */
    Blockers ever(UUID unit) {
        return sql.first(
                        EVER,
                        Map.of("unit", unit),
                        row -> new Blockers(row.flag(), row.flag(), row.flag(), false, false))
                .orElseThrow();
    }

    /** The first day on which anybody or anything stands in a unit or under it; null for none. */
    @Nullable
    LocalDate firstUse(UUID unit) {
        return sql.first(FIRST_USE, Map.of("unit", unit), row -> Optional.ofNullable(row.optionalDate()))
                .flatMap(found -> found)
                .orElse(null);
    }

    /** A unit without any below it stands nowhere any more. */
    void forget(UUID unit) {
        sql.change(FORGET, Map.of("unit", unit));
    }

    /** What keeps a unit from being closed on a day. */
    Blockers blockers(UUID unit, LocalDate day) {
        return sql.first(
                        REMAINS,
                        Map.of("unit", unit, "day", day),
                        row -> new Blockers(row.flag(), row.flag(), row.flag(), row.flag(), row.flag()))
                .orElseThrow();
    }
}
