package id.karier.integration.bulk.export;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The national ids of places. */
@ApplicationScoped
class ExportQueries {
    private static final SqlText UNITS = SqlText.ofNation("""
            select u.id, u.siasn_id from units u
            where u.agency = :agency and u.id in (:ids) and u.siasn_id is not null""");
    private static final SqlText POSITIONS = SqlText.ofNation("""
            select p.id, p.siasn_id from positions p
            where p.agency = :agency and p.id in (:ids) and p.siasn_id is not null""");

    private final AgencySql sql;

    ExportQueries(AgencySql sql) {
        this.sql = sql;
    }

    Map<UUID, String> units(Collection<UUID> units) {
        return ids(UNITS, units);
    }

    Map<UUID, String> positions(Collection<UUID> positions) {
        return ids(POSITIONS, positions);
    }

    private Map<UUID, String> ids(SqlText text, Collection<UUID> places) {
        var ids = new HashMap<UUID, String>();
        if (!places.isEmpty()) {
            sql.rows(text, Map.of("ids", places), row -> Map.entry(row.id(), row.text()))
                    .forEach(place -> ids.put(place.getKey(), place.getValue()));
        }
        return ids;
    }
}
