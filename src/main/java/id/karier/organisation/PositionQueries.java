package id.karier.organisation;

import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.Reach;
import id.karier.kernel.web.Cursors;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.organisation.PositionJson.Row;
import id.karier.organisation.PositionJson.Summary;
import id.karier.organisation.PositionJson.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    private static final String ROW = """
            select new id.karier.organisation.PositionJson$Row(p.id, p.agency, u.id, u.name, p.code, p.name, p.level,
                p.jobClass, p.headcount, p.leadsUnit)""";

    /** Asked for the rows of a page only: within the list it would be counted for every row that is sorted. */
    private static final String OCCUPANCY = """
            select new id.karier.organisation.PositionQueries$Occupancy(h.positionId, count(h.id)) from PositionHolder h
            where h.positionId in (:positions) and h.assignment = 'DEFINITIVE' and h.startsOn <= :asOf
                and (h.endsOn is null or h.endsOn >= :asOf)
            group by h.positionId""";

    private static final String VIEW = "select new id.karier.organisation.PositionJson$View(p.id, p.agency, u.id,"
            + " u.name, p.code, p.name, p.level, p.jobClass, p.retirementAge, p.headcount, " + OCCUPIED
            + ", p.leadsUnit, p.closedOn, p.siasnId, p.version) " + FROM + " where p.id = :id";
    private static final String IS_LED = """
            select count(p.id) from Position p
            where p.unitId = :unit and p.leadsUnit and p.closedOn is null and p.id <> :except""";
    /** Shared: many may be put into one position at a time, but meanwhile nobody closes or changes it. */
    private static final String HOLD = """
            select p.id from positions p where p.agency = :agency and p.id = :id lock in share mode""";

    private static final String IS_HELD = """
            select count(h.id) from PositionHolder h
            where h.agency = :agency and h.positionId = :position and (h.endsOn is null or h.endsOn > :day)""";

    private static final SortKey<Row> BY_NAME = SortKey.text("name", "p.name", Row::name);
    private static final SortKey<Row> BY_POSITION_CODE = SortKey.text("code", "p.code", Row::code);
    private static final SortKey<Row> BY_AGENCY = SortKey.text("agency", "p.agency", Row::agency);
    private static final SortKey<Row> BY_POSITION_ID = SortKey.id("p.id", Row::id);

    private final EntityManager entities;
    private final Cursors cursors;
    private final Caller caller;

    PositionQueries(EntityManager entities, Cursors cursors, Caller caller) {
        this.entities = entities;
        this.cursors = cursors;
        this.caller = caller;
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
                .getResultList().stream()
                .findFirst();
    }

    record Occupancy(UUID positionId, long holders) {}

    Page<Summary> list(PositionFilter filter, LocalDate today, PageRequest request) {
        var asOf = filter.day(today);
        var order = caller.reach() == Reach.NATION ? "agency,name" : "name";
        var query = new ListQuery<>(
                        Row.class, ROW, FROM, List.of(BY_NAME, BY_POSITION_CODE, BY_AGENCY), BY_POSITION_ID, order)
                .where("p.closedOn is null or p.closedOn >= :asOf", "asOf", asOf)
                .where("p.agency = :agency", "agency", filter.agency)
                .where("p.unitId = :unit", "unit", filter.unit)
                .where(UnitDirectory.under("p.unitId", "under"), "under", filter.under)
                .where("p.level = :level", "level", filter.level)
                .where("p.name like :q escape '!'", "q", Prefix.of(filter.q));
        if (filter.vacant != null) {
            query.where("p.headcount " + (filter.vacant ? "> " : "<= ") + OCCUPIED);
        }
        var page = query.page(entities, cursors, "positions", request);
        var holders = holders(page.items().stream().map(Row::id).toList(), asOf);
        var items = page.items().stream()
                .map(row -> row.filledBy(holders.getOrDefault(row.id(), 0L)))
                .toList();
        return new Page<>(items, page.next(), page.total());
    }

    private Map<UUID, Long> holders(List<UUID> positions, LocalDate asOf) {
        if (positions.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(OCCUPANCY, Occupancy.class)
                .setParameter("positions", positions)
                .setParameter("asOf", asOf)
                .getResultList().stream()
                .collect(Collectors.toMap(Occupancy::positionId, Occupancy::holders));
    }

    /** @throws ProblemException 404 when it is nobody's or another agency's */
    View view(UUID id, LocalDate today) {
        return entities.createQuery(VIEW, View.class)
                .setParameter("id", id)
                .setParameter("asOf", today)
                .getResultList().stream()
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
                .getResultList().stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Keeps a position from being closed or changed until the transaction ends. */
    void hold(UUID id) {
        entities.createNativeQuery(HOLD, UUID.class)
                .setParameter("agency", caller.agency())
                .setParameter("id", id)
                .getResultList();
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
