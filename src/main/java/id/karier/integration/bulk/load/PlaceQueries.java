package id.karier.integration.bulk.load;

import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Units and positions, read whole and added in batches. */
@ApplicationScoped
class PlaceQueries {
    private static final String UNITS =
            "select id, code, name, parent_id, siasn_id, closed_on is not null from units where agency = ?";
    private static final String POSITIONS = """
            select id, unit_id, code, name, level, retirement_age, leads_unit, siasn_id, closed_on is not null
            from positions where agency = ?""";
    private static final String INSERT_UNIT = """
            insert into units (id, agency, code, name, kind, parent_id, opened_on, siasn_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_PLACEMENT =
            "insert into unit_placements (id, agency, unit_id, parent_id, starts_on) values (?, ?, ?, ?, ?)";
    private static final String INSERT_ANCESTOR =
            "insert into unit_ancestors (agency, ancestor_id, unit_id, depth) values (?, ?, ?, ?)";
    private static final String INSERT_POSITION = """
            insert into positions (id, agency, unit_id, code, name, level, retirement_age, headcount, leads_unit, siasn_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String HEADCOUNTS =
            "select id, headcount from positions where agency = ? and id in (%s) order by id for update";
    private static final String SET_HEADCOUNT =
            "update positions set headcount = ?, version = version + 1 where id = ? and agency = ?";

    private final RowQueries jdbc;

    PlaceQueries(RowQueries jdbc) {
        this.jdbc = jdbc;
    }

    List<Places.Unit> units(String agency) {
        return jdbc.read(
                UNITS,
                row -> new Places.Unit(
                        RowQueries.requiredId(row, 1),
                        row.getString(2),
                        row.getString(3),
                        RowQueries.id(row, 4),
                        row.getString(5),
                        row.getBoolean(6)),
                agency);
    }

    List<Places.Position> positions(String agency) {
        return jdbc.read(
                POSITIONS,
                row -> {
                    int age = row.getInt(6);
                    return new Places.Position(
                            RowQueries.requiredId(row, 1),
                            RowQueries.requiredId(row, 2),
                            row.getString(3),
                            row.getString(4),
                            PositionLevel.valueOf(row.getString(5)),
                            age == 0 ? null : age,
                            row.getBoolean(7),
                            row.getString(8),
                            row.getBoolean(9));
                },
                agency);
    }

    void insertUnits(String agency, List<Places.Unit> units, List<Places.Placement> placements, Places places) {
        var rows = new ArrayList<Object[]>();
        var placed = new ArrayList<Object[]>();
        var ancestors = new ArrayList<Object[]>();
        for (var unit : units) {
            rows.add(RowQueries.values(
                    unit.id(),
                    agency,
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    unit.parentId(),
                    Places.OPENED,
                    unit.siasnId()));
            var path = places.path(unit);
            for (int depth = 0; depth < path.size(); depth++) {
                ancestors.add(RowQueries.values(agency, path.get(depth), unit.id(), depth));
            }
        }
        for (var placement : placements) {
            placed.add(
                    RowQueries.values(placement.id(), agency, placement.unitId(), placement.parentId(), Places.OPENED));
        }
        jdbc.batch(INSERT_UNIT, rows);
        jdbc.batch(INSERT_PLACEMENT, placed);
        jdbc.batch(INSERT_ANCESTOR, ancestors);
    }

    void insertPositions(String agency, List<Places.Position> positions) {
        var rows = new ArrayList<Object[]>();
        for (var position : positions) {
            rows.add(RowQueries.values(
                    position.id(),
                    agency,
                    position.unitId(),
                    position.code(),
                    position.name(),
                    position.level(),
                    position.retirementAge(),
                    Places.NEW_HEADCOUNT,
                    position.leadsUnit(),
                    position.siasnId()));
        }
        jdbc.batch(INSERT_POSITION, rows);
    }

    /** How many should hold some positions, locked until the transaction ends. */
    Map<UUID, Integer> headcounts(String agency, Collection<UUID> positions) {
        var found = new LinkedHashMap<UUID, Integer>();
        for (var values : RowQueries.lists(positions)) {
            var sql = HEADCOUNTS.formatted(RowQueries.marks(values.size()));
            values.add(0, agency);
            jdbc.read(sql, row -> Map.entry(RowQueries.requiredId(row, 1), row.getInt(2)), values.toArray())
                    .forEach(row -> found.put(row.getKey(), row.getValue()));
        }
        return found;
    }

    void setHeadcounts(String agency, Map<UUID, Integer> headcounts) {
        var rows = new ArrayList<Object[]>();
        headcounts.forEach((position, count) -> rows.add(RowQueries.values(count, position, agency)));
        jdbc.batch(SET_HEADCOUNT, rows);
    }
}
