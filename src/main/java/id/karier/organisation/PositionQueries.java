package id.karier.organisation;

import id.karier.kernel.ProblemException;
import id.karier.kernel.web.Cursors;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.organisation.PositionJson.Summary;
import id.karier.organisation.PositionJson.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** Who fills the position on the day; acting duty (Plt, Plh) does not. */
    private static final String OCCUPIED = """
            (select count(h.id) from PositionHolder h where h.agency = p.agency and h.positionId = p.id
                and h.assignment = 'DEFINITIVE' and h.startsOn <= :asOf and (h.endsOn is null or h.endsOn >= :asOf))""";

    /** Outer, so that the engine goes through the positions in their order and looks their units up. */
    private static final String FROM = "from Position p left join Unit u on u.id = p.unitId";

    private static final String SUMMARY = "select new id.karier.organisation.PositionJson$Summary(p.id, p.agency, u.id,"
            + " u.name, p.code, p.name, p.level, p.jobClass, p.headcount, " + OCCUPIED + ", p.leadsUnit)";
    private static final String VIEW = "select new id.karier.organisation.PositionJson$View(p.id, p.agency, u.id,"
            + " u.name, p.code, p.name, p.level, p.jobClass, p.retirementAge, p.headcount, " + OCCUPIED
            + ", p.leadsUnit, p.closedOn, p.siasnId, p.version) " + FROM + " where p.id = :id";
    private static final String IS_LED = """
            select count(p.id) from Position p
            where p.unitId = :unit and p.leadsUnit and p.closedOn is null and p.id <> :except""";
    private static final String IS_HELD = """
            select count(h.id) from PositionHolder h
            where h.agency = :agency and h.positionId = :position and (h.endsOn is null or h.endsOn > :day)""";

    private static final SortKey<Summary> BY_NAME = SortKey.text("name", "p.name", Summary::name);
    private static final SortKey<Summary> BY_POSITION_CODE = SortKey.text("code", "p.code", Summary::code);
    private static final SortKey<Summary> BY_POSITION_ID = SortKey.id("p.id", Summary::id);

    private final EntityManager entities;
    private final Cursors cursors;

    PositionQueries(EntityManager entities, Cursors cursors) {
        this.entities = entities;
        this.cursors = cursors;
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

    Page<Summary> list(PositionFilter filter, LocalDate today, PageRequest page) {
        var query = new ListQuery<>(
                        Summary.class, SUMMARY, FROM, List.of(BY_NAME, BY_POSITION_CODE), BY_POSITION_ID, "name")
                .where("p.closedOn is null or p.closedOn >= :asOf", "asOf", filter.day(today))
                .where("p.agency = :agency", "agency", filter.agency)
                .where("p.unitId = :unit", "unit", filter.unit)
                .where(UnitDirectory.under("p.unitId", "under"), "under", filter.under)
                .where("p.level = :level", "level", filter.level)
                .where("p.name like :q escape '!'", "q", Prefix.of(filter.q));
        return vacant(query, filter.vacant).page(entities, cursors, "positions", page);
    }

    private static ListQuery<Summary> vacant(ListQuery<Summary> query, @Nullable Boolean vacant) {
        if (vacant == null) {
            return query;
        }
        return query.where("p.headcount " + (vacant ? "> " : "<= ") + OCCUPIED);
    }

    /** @throws ProblemException 404 when it is nobody's or another agency's */
    View view(UUID id, LocalDate today) {
        return entities.createQuery(VIEW, View.class)
                .setParameter("id", id)
                .setParameter("asOf", today)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException 404 when it is nobody's or another agency's */
    Position require(UUID id) {
        return Optional.ofNullable(entities.find(Position.class, id)).orElseThrow(ProblemException::notFound);
    }

    /** The same, locked until the transaction ends: who is about to hold it has done so, or comes too late. */
    Position lock(UUID id) {
        return entities.createQuery("select p from Position p where p.id = :id", Position.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Whether an open position of the unit leads it, except one. */
    boolean isLed(UUID unit, UUID except) {
        return entities.createQuery(IS_LED, Long.class)
                        .setParameter("unit", unit)
                        .setParameter("except", except)
                        .getSingleResult()
                > 0;
    }

    /** Whether anybody holds the position after a day, definitively or acting. */
    boolean isHeld(String agency, UUID position, LocalDate day) {
        return entities.createQuery(IS_HELD, Long.class)
                        .setParameter("agency", agency)
                        .setParameter("position", position)
                        .setParameter("day", day)
                        .getSingleResult()
                > 0;
    }

    void add(Position position) {
        entities.persist(position);
    }

    void flush() {
        entities.flush();
    }
}
