package id.karier.history.entry;

import id.karier.history.entry.HolderRules.Days;
import id.karier.history.entry.HolderRules.Holder;
import id.karier.history.entry.HolderRules.Post;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who holds posts, and the posts themselves locked against a second appointment at the same time. */
@ApplicationScoped
class HolderQueries {
    /** In the order of their ids, so that two who lock several do not wait for each other. */
    private static final SqlText LOCK = SqlText.ofAgency("""
            select p.id, p.unit_id, p.name, p.level, p.leads_unit, p.headcount
            from positions p where p.agency = :agency and p.id in (:positions) order by p.id for update""");

    private static final SqlText HOLDERS = SqlText.ofAgency("""
            select h.position_id, h.employee_id, e.name, h.starts_on, h.ends_on
            from employee_positions h join employees e on e.id = h.employee_id
            where h.agency = :agency and h.position_id in (:positions) and h.assignment = 'DEFINITIVE'
                and (h.ends_on is null or h.ends_on >= :since)
            order by h.starts_on, h.id""");
    private static final SqlText HEADS = SqlText.ofAgency("""
            select p.unit_id, h.employee_id, e.name, h.starts_on, h.ends_on
            from positions p
                join employee_positions h on h.agency = :agency and h.position_id = p.id
                join employees e on e.id = h.employee_id
            where p.agency = :agency and p.unit_id in (:units) and p.leads_unit and h.assignment = 'DEFINITIVE'
                and (h.ends_on is null or h.ends_on >= :since)
            order by h.starts_on, h.id""");
    private static final SqlText RANK = SqlText.ofAgency("""
            select r.rank_code from employee_ranks r
            where r.agency = :agency and r.employee_id = :person and r.starts_on <= :day
            order by r.starts_on desc, r.id desc limit 1""");

    private final AgencySql sql;

    HolderQueries(AgencySql sql) {
        this.sql = sql;
    }

    /** A post in its unit. */
    record Seat(UUID id, UUID unitId, Post post) {}

    Map<UUID, Seat> lock(Collection<UUID> positions) {
        var seats = new HashMap<UUID, Seat>();
        if (!positions.isEmpty()) {
            sql.rows(LOCK, Map.of("positions", positions), HolderQueries::seat)
                    .forEach(seat -> seats.put(seat.id(), seat));
        }
        return seats;
    }

    private static Seat seat(Row row) throws SQLException {
        return new Seat(
                row.id(), row.id(), new Post(row.text(), row.constant(PositionLevel.class), row.flag(), row.integer()));
    }

    private record Held(UUID place, Holder holder) {}

    /** The definitive holders of posts on a day or after it, by the post. */
    Map<UUID, List<Holder>> holders(Collection<UUID> positions, LocalDate since) {
        return byPlace(HOLDERS, "positions", positions, since);
    }

    /** The definitive heads of units on a day or after it, by the unit. */
    Map<UUID, List<Holder>> heads(Collection<UUID> units, LocalDate since) {
        return byPlace(HEADS, "units", units, since);
    }

    private Map<UUID, List<Holder>> byPlace(SqlText select, String name, Collection<UUID> places, LocalDate since) {
        var found = new HashMap<UUID, List<Holder>>();
        if (!places.isEmpty()) {
            sql.rows(select, Map.of(name, places, "since", since), HolderQueries::held)
                    .forEach(held -> found.computeIfAbsent(held.place(), place -> new ArrayList<>())
                            .add(held.holder()));
        }
        return found;
    }

    private static Held held(Row row) throws SQLException {
        return new Held(row.id(), new Holder(row.id(), row.text(), new Days(row.date(), row.optionalDate())));
    }

    /** The code of the rank that a person had on a day. */
    Optional<String> rankOn(UUID person, LocalDate day) {
        return sql.first(RANK, Map.of("person", person, "day", day), Row::text);
    }
}
