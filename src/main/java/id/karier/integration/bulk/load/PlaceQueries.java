package id.karier.integration.bulk.load;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Units and positions of the caller's agency, read whole and added in batches. */
@ApplicationScoped
class PlaceQueries {
    private static final SqlText UNITS = SqlText.ofAgency("""
            select id, code, name, parent_id, siasn_id, closed_on is not null from units where agency = :agency""");
    private static final SqlText POSITIONS = SqlText.ofAgency("""
            select id, unit_id, code, name, level, retirement_age, leads_unit, siasn_id, closed_on is not null,
                made_by_job is not null
            from positions where agency = :agency""");
    private static final SqlText HEADS = SqlText.ofAgency("""
            select unit_id, id, name from employees where agency = :agency and leads_unit and unit_id is not null""");
    private static final SqlText INSERT_UNIT = SqlText.ofAgency("""
            insert into units (id, agency, code, name, kind, parent_id, opened_on, siasn_id)
            values (:id, :agency, :code, :name, :kind, :parentId, :openedOn, :siasnId)""");
    private static final SqlText INSERT_PLACEMENT = SqlText.ofAgency("""
            insert into unit_placements (id, agency, unit_id, parent_id, starts_on, applied)
            values (:id, :agency, :unitId, :parentId, :startsOn, :applied)""");
    private static final SqlText INSERT_ANCESTOR = SqlText.ofAgency("""
            insert into unit_ancestors (agency, ancestor_id, unit_id, depth) values (:agency, :ancestor, :unit, :depth)""");
    private static final SqlText INSERT_POSITION = SqlText.ofAgency("""
            insert into positions (id, agency, unit_id, code, name, level, retirement_age, headcount, leads_unit, siasn_id,
                made_by_job)
            values (:id, :agency, :unitId, :code, :name, :level, :retirementAge, :headcount, :leadsUnit, :siasnId, :job)""");
    private static final SqlText LOCK_MADE = SqlText.ofAgency("""
            select id, headcount from positions where agency = :agency and made_by_job is not null order by id for update""");
    private static final SqlText SET_HEADCOUNT = SqlText.ofAgency("""
            update positions set headcount = :headcount, version = version + 1 where agency = :agency and id = :id""");

    private final AgencySql sql;

    PlaceQueries(AgencySql sql) {
        this.sql = sql;
    }

    List<Places.Unit> units() {
        return sql.rows(
                UNITS,
                Map.of(),
                row -> new Places.Unit(
                        row.id(), row.text(), row.text(), row.optionalId(), row.optionalText(), row.flag()));
    }

    List<Places.Position> positions() {
        return sql.rows(
                POSITIONS,
                Map.of(),
                row -> new Places.Position(
                        row.id(),
                        row.id(),
                        row.text(),
                        row.text(),
                        row.constant(PositionLevel.class),
                        row.optionalInteger(),
                        row.flag(),
                        row.optionalText(),
                        row.flag(),
                        row.flag()));
    }

    /** Somebody who leads a unit today. */
    record Head(UUID unit, UUID person, String name) {}

    List<Head> heads() {
        return sql.rows(HEADS, Map.of(), row -> new Head(row.id(), row.id(), row.text()));
    }

    private record Ancestor(UUID ancestor, UUID unit, int depth) {
        Map<String, ?> values() {
            return Map.of("ancestor", ancestor, "unit", unit, "depth", depth);
        }
    }

    void insertUnits(List<Places.Unit> units, List<Places.Placement> placements, Places places) {
        var ancestors = new ArrayList<Ancestor>();
        for (var unit : units) {
            var path = places.path(unit);
            for (int depth = 0; depth < path.size(); depth++) {
                ancestors.add(new Ancestor(path.get(depth), unit.id(), depth));
            }
        }
        sql.batch(INSERT_UNIT, units, unit -> values(unit.id(), unit.properties()));
        sql.batch(INSERT_PLACEMENT, placements, placement -> values(placement.id(), placement.properties()));
        sql.batch(INSERT_ANCESTOR, ancestors, Ancestor::values);
    }

    /** @param job what makes them, so that its end finds them again, also when another node goes on with it */
    void insertPositions(List<Places.Position> positions, UUID job) {
        sql.batch(INSERT_POSITION, positions, position -> {
            var properties = position.properties();
            properties.put("job", job);
            return values(position.id(), properties);
        });
    }

    private static Map<String, ?> values(UUID id, Map<String, @Nullable Object> properties) {
        properties.put("id", id);
        return properties;
    }

    record Made(UUID id, int headcount) {}

    /** The positions that imports made and whose headcount no officer has set, locked until the transaction ends. */
    List<Made> lockMade() {
        return sql.rows(LOCK_MADE, Map.of(), row -> new Made(row.id(), row.integer()));
    }

    void setHeadcounts(Map<UUID, Integer> headcounts) {
        sql.batch(
                SET_HEADCOUNT,
                headcounts.entrySet(),
                position -> Map.of("id", position.getKey(), "headcount", position.getValue()));
    }
}
