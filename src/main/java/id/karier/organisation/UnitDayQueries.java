package id.karier.organisation;

import id.karier.kernel.ProblemException;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import id.karier.organisation.UnitJson.Link;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where units stood on a day that is not today: by placements and names, where today has columns. */
@ApplicationScoped
public class UnitDayQueries {
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

    UnitDayQueries(AgencySql sql) {
        this.sql = sql;
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
