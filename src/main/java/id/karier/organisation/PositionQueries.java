package id.karier.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** Every query about positions. */
@ApplicationScoped
class PositionQueries {
    private static final String FACTS = """
            select new id.karier.organisation.PositionDirectory$Facts(p.id, p.agency, p.unitId, u.name, p.code, p.name,
                p.level, p.jobClass, p.retirementAge, p.leadsUnit, p.closedOn)
            from Position p join Unit u on u.id = p.unitId""";
    private static final String BY_ID = FACTS + " where p.id = :key";
    private static final String BY_CODE = FACTS + " where p.code = :key";
    private static final String BY_SIASN_ID = FACTS + " where p.siasnId = :key";

    private final EntityManager entities;

    PositionQueries(EntityManager entities) {
        this.entities = entities;
    }

    Optional<PositionDirectory.Facts> facts(UUID id) {
        return facts(BY_ID, id);
    }

    Optional<PositionDirectory.Facts> factsByCode(String code) {
        return facts(BY_CODE, code);
    }

    Optional<PositionDirectory.Facts> factsBySiasnId(String siasnId) {
        return facts(BY_SIASN_ID, siasnId);
    }

    private Optional<PositionDirectory.Facts> facts(String query, Object key) {
        return entities.createQuery(query, PositionDirectory.Facts.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
