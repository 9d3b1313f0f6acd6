package id.karier.organisation;

import id.karier.organisation.UnitRules.Burden;
import id.karier.organisation.UnitRules.Chain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Every query that changes the tree of units, or asks before it changes. Who changes it holds the agency's row, so that
 * two changes of one tree follow one another.
 */
@ApplicationScoped
class UnitTreeQueries {
    /** Later than every day that the register knows. */
    private static final LocalDate ENDLESS = LocalDate.of(9999, 12, 31);

    private static final String STAYS = """
            select s from UnitPlacement s where s.unitId = :unit order by s.startsOn""";

    /** Goes up from the new parent on each day on which the tree is another, until the top or the unit itself. */
    private static final String CHAIN = """
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
            from up""";

    private static final String HEIGHT = "select max(a.depth) from UnitAncestor a where a.ancestorId = :unit";
    private static final String DUE = """
            select s from UnitPlacement s where s.applied = false and s.startsOn <= :today order by s.startsOn, s.id""";
    private static final String AGENCIES_WITH_DUE = """
            select distinct agency from unit_placements where applied = false and starts_on <= :latest""";

    private static final String PLACE_ITSELF = """
            insert into unit_ancestors (agency, ancestor_id, unit_id, depth) values (:agency, :unit, :unit, 0)""";

    /** Cuts a whole subtree off what is above its root. */
    private static final String DETACH = """
            delete a from unit_ancestors a
            join unit_ancestors s on s.unit_id = a.unit_id and s.ancestor_id = :unit
            left join unit_ancestors inside on inside.ancestor_id = :unit and inside.unit_id = a.ancestor_id
            where inside.unit_id is null""";

    /** Hangs a whole subtree under a parent and all that is above it now. */
    private static final String ATTACH = """
            insert into unit_ancestors (agency, ancestor_id, unit_id, depth)
            select up.agency, up.ancestor_id, s.unit_id, up.depth + s.depth + 1
            from unit_ancestors up join unit_ancestors s on s.ancestor_id = :unit
            where up.unit_id = :parent""";

    private static final String HAS_PEOPLE = """
            select exists (select 1 from employees e where e.agency = :agency and e.unit_id = :unit)
                or exists (select 1 from employee_positions h where h.agency = :agency and h.unit_id = :unit
                    and (h.ends_on is null or h.ends_on > :day))""";
    private static final String HAS_POSITIONS = """
            select count(p.id) from Position p where p.unitId = :unit and (p.closedOn is null or p.closedOn > :day)""";
    private static final String HAS_SUBUNITS = """
            select count(u.id) from Unit u where u.parentId = :unit and (u.closedOn is null or u.closedOn > :day)""";
    private static final String HAS_STAYS = """
            select count(s.id) from UnitPlacement s
            where s.parentId = :unit and (s.endsOn is null or s.endsOn > :day)""";
    private static final String HAS_PLANNED_MOVES = """
            select count(s.id) from UnitPlacement s where s.unitId = :unit and s.startsOn > :day""";

    private final EntityManager entities;

    UnitTreeQueries(EntityManager entities) {
        this.entities = entities;
    }

    List<UnitPlacement> stays(UUID unit) {
        return entities.createQuery(STAYS, UnitPlacement.class)
                .setParameter("unit", unit)
                .getResultList();
    }

    /** What is above a parent, from a day until the last day of the stay under it. */
    Chain chain(String agency, UUID unit, UUID parent, LocalDate startsOn, @Nullable LocalDate endsOn) {
        var row = entities.unwrap(Session.class)
                .createNativeQuery(CHAIN, Object[].class)
                .addScalar("under_itself_on", LocalDate.class)
                .addScalar("height", Integer.class)
                .setParameter("agency", agency)
                .setParameter("unit", unit)
                .setParameter("parent", parent)
                .setParameter("startsOn", startsOn)
                .setParameter("until", Objects.requireNonNullElse(endsOn, ENDLESS))
                .getSingleResult();
        return new Chain((LocalDate) row[0], (Integer) row[1]);
    }

    /** How many levels a unit has below it today. */
    int height(UUID unit) {
        return entities.createQuery(HEIGHT, Integer.class)
                .setParameter("unit", unit)
                .getSingleResult();
    }

    List<UnitPlacement> due(LocalDate today) {
        return entities.createQuery(DUE, UnitPlacement.class)
                .setParameter("today", today)
                .getResultList();
    }

    /** The agencies in which a planned move begins no later than a day. */
    List<String> agenciesWithDue(LocalDate latest) {
        return entities.createNativeQuery(AGENCIES_WITH_DUE, String.class)
                .setParameter("latest", latest)
                .getResultList();
    }

    /** Gives a new unit its place under a parent, or at the top. */
    void place(String agency, UUID unit, @Nullable UUID parent) {
        entities.createNativeQuery(PLACE_ITSELF)
                .setParameter("agency", agency)
                .setParameter("unit", unit)
                .executeUpdate();
        if (parent != null) {
            attach(unit, parent);
        }
    }

    void detach(UUID unit) {
        entities.createNativeQuery(DETACH).setParameter("unit", unit).executeUpdate();
    }

    void attach(UUID unit, UUID parent) {
        entities.createNativeQuery(ATTACH)
                .setParameter("unit", unit)
                .setParameter("parent", parent)
                .executeUpdate();
    }

    /** What hangs on a unit after a day. */
    Burden burden(String agency, UUID unit, LocalDate day) {
        var people = (Number) entities.createNativeQuery(HAS_PEOPLE, Integer.class)
                .setParameter("agency", agency)
                .setParameter("unit", unit)
                .setParameter("day", day)
                .getSingleResult();
        return new Burden(
                people.intValue() > 0,
                any(HAS_POSITIONS, unit, day),
                any(HAS_SUBUNITS, unit, day) || any(HAS_STAYS, unit, day),
                any(HAS_PLANNED_MOVES, unit, day));
    }

    private boolean any(String count, UUID unit, LocalDate day) {
        return entities.createQuery(count, Long.class)
                        .setParameter("unit", unit)
                        .setParameter("day", day)
                        .getSingleResult()
                > 0;
    }
}
