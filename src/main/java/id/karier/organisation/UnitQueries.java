package id.karier.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Every query about units and their tree. */
@ApplicationScoped
class UnitQueries {
    private static final String FACTS = """
            select new id.karier.organisation.UnitDirectory$Facts(u.id, u.agency, u.code, u.name, u.kind, u.parentId,
                u.openedOn, u.closedOn)
            from Unit u""";
    private static final String BY_ID = FACTS + " where u.id = :key";
    private static final String BY_CODE = FACTS + " where u.code = :key";
    private static final String BY_SIASN_ID = FACTS + " where u.siasnId = :key";
    private static final String PATH =
            FACTS + " join UnitAncestor a on a.ancestorId = u.id where a.unitId = :unit order by a.depth desc";
    private static final String IS_UNDER = """
            select count(a.unitId) from UnitAncestor a where a.ancestorId = :ancestor and a.unitId = :unit""";
    private static final String LED_BY = """
            select distinct p.unitId from Position p where p.leadsUnit and p.id in (
                select h.positionId from PositionHolder h where h.employeeId = :employee
                    and h.startsOn <= :day and (h.endsOn is null or h.endsOn >= :day))""";

    private final EntityManager entities;

    UnitQueries(EntityManager entities) {
        this.entities = entities;
    }

    Optional<UnitDirectory.Facts> facts(UUID id) {
        return facts(BY_ID, id);
    }

    Optional<UnitDirectory.Facts> factsByCode(String code) {
        return facts(BY_CODE, code);
    }

    Optional<UnitDirectory.Facts> factsBySiasnId(String siasnId) {
        return facts(BY_SIASN_ID, siasnId);
    }

    private Optional<UnitDirectory.Facts> facts(String query, Object key) {
        return entities.createQuery(query, UnitDirectory.Facts.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    List<UnitDirectory.Facts> path(UUID unit) {
        return entities.createQuery(PATH, UnitDirectory.Facts.class)
                .setParameter("unit", unit)
                .getResultList();
    }

    boolean isUnder(UUID unit, UUID ancestor) {
        return entities.createQuery(IS_UNDER, Long.class)
                        .setParameter("unit", unit)
                        .setParameter("ancestor", ancestor)
                        .getSingleResult()
                > 0;
    }

    Set<UUID> ledBy(UUID employee, LocalDate day) {
        return Set.copyOf(entities.createQuery(LED_BY, UUID.class)
                .setParameter("employee", employee)
                .setParameter("day", day)
                .getResultList());
    }
}
