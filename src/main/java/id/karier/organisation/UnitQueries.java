package id.karier.organisation;

import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.Reach;
import id.karier.kernel.web.Cursors;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.organisation.UnitJson.Link;
import id.karier.organisation.UnitJson.Node;
import id.karier.organisation.UnitJson.Placement;
import id.karier.organisation.UnitJson.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Every query about units; what changes their tree is in {@link UnitTreeQueries}. */
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
    private static final String ROW = """
            select new id.karier.organisation.UnitJson$Row(u.id, u.agency, u.code, u.name, u.kind, u.openedOn,
                u.closedOn, u.siasnId, u.version)
            from Unit u where u.id = :id""";

    /** Shared: many may be put into one unit at a time, but meanwhile nobody closes or changes it. */
    private static final String HOLD = """
            select u.id from units u where u.agency = :agency and u.id = :id lock in share mode""";

    /** In SQL, because a name is the employee slice's, which stands above this one. */
    private static final String HEAD = """
            select h.employee_id, e.front_titles, e.name, e.back_titles, p.id, p.name as position_name, h.assignment
            from positions p
            join employee_positions h on h.agency = p.agency and h.position_id = p.id
                and h.starts_on <= :today and (h.ends_on is null or h.ends_on >= :today)
            join employees e on e.id = h.employee_id
            where p.agency = :agency and p.unit_id = :unit and p.leads_unit = true
            order by h.assignment <> 'DEFINITIVE', h.starts_on desc, h.id
            limit 1""";

    private static final String SUMMARY = """
            select new id.karier.organisation.UnitJson$Summary(u.id, u.agency, u.code, u.name, u.kind, u.parentId,
                u.openedOn, u.closedOn)""";
    private static final String NODE = """
            select new id.karier.organisation.UnitJson$Node(u.id, u.code, u.name, u.kind, u.parentId, a.depth,
                u.closedOn)""";
    private static final String PLACEMENT = """
            select new id.karier.organisation.UnitJson$Placement(s.id, s.parentId, p.name, p.kind, s.startsOn, s.endsOn,
                s.decreeNumber, s.decreeDate, s.applied)""";

    private static final SortKey<Summary> BY_NAME = SortKey.text("name", "u.name", Summary::name);
    private static final SortKey<Summary> BY_AGENCY = SortKey.text("agency", "u.agency", Summary::agency);
    private static final SortKey<Summary> BY_UNIT_CODE = SortKey.text("code", "u.code", Summary::code);
    private static final SortKey<Summary> BY_UNIT_ID = SortKey.id("u.id", Summary::id);
    private static final SortKey<Node> BY_DEPTH = SortKey.number("depth", "a.depth", Node::depth);
    private static final SortKey<Node> BY_NODE_ID = SortKey.id("a.unitId", Node::id);
    private static final SortKey<Placement> BY_START = SortKey.date("startsOn", "s.startsOn", Placement::startsOn);
    private static final SortKey<Placement> BY_PLACEMENT_ID = SortKey.id("s.id", Placement::id);

    private final EntityManager entities;
    private final Cursors cursors;
    private final Caller caller;

    UnitQueries(EntityManager entities, Cursors cursors, Caller caller) {
        this.entities = entities;
        this.cursors = cursors;
        this.caller = caller;
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
                .getResultList().stream()
                .findFirst();
    }

    /** Keeps a unit from being closed or changed until the transaction ends. */
    void hold(UUID id) {
        entities.createNativeQuery(HOLD, UUID.class)
                .setParameter("agency", caller.agency())
                .setParameter("id", id)
                .getResultList();
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

    /** @throws ProblemException 404 when it is nobody's or another agency's */
    Unit require(UUID id) {
        return Optional.ofNullable(entities.find(Unit.class, id)).orElseThrow(ProblemException::notFound);
    }

    /** The same, locked until the transaction ends: what opens or closes in a unit follows one another. */
    Optional<Unit> lock(UUID id) {
        return entities.createQuery("select u from Unit u where u.id = :id", Unit.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList().stream()
                .findFirst();
    }

    /** @throws ProblemException 404 when it is nobody's or another agency's */
    UnitJson.View view(UUID id, LocalDate today) {
        var row = entities.createQuery(ROW, UnitJson.Row.class)
                .setParameter("id", id)
                .getResultList().stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        var path = path(id).stream()
                .filter(above -> !above.id().equals(id))
                .map(above -> new Link(above.id(), above.name(), above.kind()))
                .toList();
        return new UnitJson.View(row, path, head(row.agency(), id, today));
    }

    private UnitJson.@Nullable Head head(String agency, UUID unit, LocalDate today) {
        return entities.unwrap(Session.class)
                .createNativeQuery(HEAD, Object[].class)
                .addScalar("employee_id", UUID.class)
                .addScalar("front_titles", String.class)
                .addScalar("name", String.class)
                .addScalar("back_titles", String.class)
                .addScalar("id", UUID.class)
                .addScalar("position_name", String.class)
                .addScalar("assignment", String.class)
                .setParameter("agency", agency)
                .setParameter("unit", unit)
                .setParameter("today", today)
                .getResultList().stream()
                .findFirst()
                .map(UnitQueries::head)
                .orElse(null);
    }

    private static UnitJson.Head head(Object[] row) {
        var front = row[1] == null ? "" : row[1] + " ";
        var back = row[3] == null ? "" : ", " + row[3];
        return new UnitJson.Head((UUID) row[0], front + row[2] + back, (UUID) row[4], (String) row[5], (String) row[6]);
    }

    Page<Summary> list(UnitFilter filter, LocalDate today, PageRequest page) {
        var query = new ListQuery<>(
                        Summary.class,
                        SUMMARY,
                        "from Unit u",
                        List.of(BY_NAME, BY_UNIT_CODE, BY_AGENCY),
                        BY_UNIT_ID,
                        defaultOrder())
                .where("u.openedOn <= :asOf and (u.closedOn is null or u.closedOn >= :asOf)", "asOf", filter.day(today))
                .where("u.agency = :agency", "agency", filter.agency)
                .where("u.parentId = :parent", "parent", filter.parent)
                .where(UnitDirectory.under("u.id", "under"), "under", filter.under)
                .where("u.kind = :kind", "kind", filter.kind)
                .where("u.name like :q escape '!'", "q", Prefix.of(filter.q));
        return (filter.top ? query.where("u.parentId is null") : query).page(entities, cursors, "units", page);
    }

    /** Every index begins with the agency: across all of them it is the first order. */
    private String defaultOrder() {
        return caller.reach() == Reach.NATION ? "agency,name" : "name";
    }

    /** A subtree level by level: what is above comes before what is below. */
    Page<Node> subtree(UUID root, @Nullable Integer depth, PageRequest page) {
        require(root);
        return new ListQuery<>(
                        Node.class,
                        NODE,
                        "from UnitAncestor a left join Unit u on u.id = a.unitId",
                        List.of(BY_DEPTH),
                        BY_NODE_ID,
                        "depth")
                .where("a.ancestorId = :root", "root", root)
                .where("a.depth <= :depth", "depth", depth)
                .page(entities, cursors, "subtree", page);
    }

    Page<Placement> placements(UUID unit, PageRequest page) {
        require(unit);
        return new ListQuery<>(
                        Placement.class,
                        PLACEMENT,
                        "from UnitPlacement s left join Unit p on p.id = s.parentId",
                        List.of(BY_START),
                        BY_PLACEMENT_ID,
                        "startsOn")
                .where("s.unitId = :unit", "unit", unit)
                .page(entities, cursors, "placements", page);
    }

    boolean isCodeTaken(String code) {
        return factsByCode(code).isPresent();
    }

    void add(Object entity) {
        entities.persist(entity);
    }

    void flush() {
        entities.flush();
    }
}
