package id.karier.integration.bulk.load;

import id.karier.integration.siasn.SiasnWords;
import id.karier.kernel.Ids;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Units and positions, read whole and added in batches. */
@ApplicationScoped
class PlaceQueries {
    /** A unit that a file names has been there for as long as anybody in it. */
    static final LocalDate OPENED = LocalDate.of(1950, 1, 1);

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
    private static final String HEADCOUNT =
            "update positions set headcount = ? where id = ? and agency = ? and headcount < ?";

    private final RowQueries jdbc;
    private final Ids ids;

    PlaceQueries(RowQueries jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
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

    void insertUnits(String agency, List<Places.Unit> units, Places places) {
        var rows = new ArrayList<Object[]>();
        var placements = new ArrayList<Object[]>();
        var ancestors = new ArrayList<Object[]>();
        for (var unit : units) {
            var kind = SiasnWords.shipped().unitKind(unit.name());
            rows.add(RowQueries.values(
                    unit.id(), agency, unit.code(), unit.name(), kind, unit.parentId(), OPENED, unit.siasnId()));
            placements.add(RowQueries.values(ids.next(), agency, unit.id(), unit.parentId(), OPENED));
            var path = places.path(unit);
            for (int depth = 0; depth < path.size(); depth++) {
                ancestors.add(RowQueries.values(agency, path.get(depth), unit.id(), depth));
            }
        }
        jdbc.batch(INSERT_UNIT, rows);
        jdbc.batch(INSERT_PLACEMENT, placements);
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
                    1,
                    position.leadsUnit(),
                    position.siasnId()));
        }
        jdbc.batch(INSERT_POSITION, rows);
    }

    /** A position that an import has made has room for all whom the import put there. */
    void raiseHeadcounts(String agency, List<Places.Position> positions, Places places) {
        var rows = new ArrayList<Object[]>();
        for (var position : positions) {
            int holders = places.holders(position.id());
            if (holders > 1) {
                rows.add(RowQueries.values(holders, position.id(), agency, holders));
            }
        }
        jdbc.batch(HEADCOUNT, rows);
    }
}
