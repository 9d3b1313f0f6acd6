package id.karier.organisation;

import id.karier.kernel.ProblemException;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.organisation.PositionJson.Row;
import id.karier.organisation.PositionJson.Summary;
import id.karier.organisation.PositionJson.View;
import id.karier.rules.terms.PositionLevel;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every query about positions. */
@Singleton
public class PositionQueries extends AgencyRepository<Position> {
    /** Who fills the position on the day; acting duty (Plt, Plh) does not. */
    private static final String OCCUPIED = """
            (select count(*) from employee_positions h where h.agency = p.agency and h.position_id = p.id
                and h.assignment = 'DEFINITIVE' and h.starts_on <= :asOf and (h.ends_on is null or h.ends_on >= :asOf))""";

    /** Outer, so that the engine goes through the positions in their order and looks their units up. */
    public static final ListSpec<Row> POSITIONS = ListSpec.of("positions", PositionQueries::row)
            .columns("p.id, p.agency, u.id, u.name, p.code, p.name, p.level, p.job_class, p.headcount, p.leads_unit")
            .from("positions p left join units u on u.id = p.unit_id", "p.agency")
            .objects(OrganisationObjects.POSITION, "p")
            .sortedBy(
                    SortKey.text("name", "p.name", Row::name),
                    SortKey.text("code", "p.code", Row::code),
                    SortKey.text("agency", "p.agency", Row::agency))
            .then(SortKey.id("p.id", Row::id))
            .order("name")
            .nationalOrder("agency,name")
            .build();

    private static final String FACTS = """
            select p.id, p.agency, p.unit_id, u.name, p.code, p.name, p.level, p.job_class, p.retirement_age,
                p.leads_unit, p.closed_on
            from positions p join units u on u.id = p.unit_id where p.agency = :agency and """;
    private static final SqlText BY_ID = SqlText.ofNation(FACTS + " p.id = :key");
    private static final SqlText BY_CODE = SqlText.ofNation(FACTS + " p.code = :key");
    private static final SqlText BY_SIASN_ID = SqlText.ofNation(FACTS + " p.siasn_id = :key");
    private static final SqlText VIEW = SqlText.ofNation("""
            select p.id, p.agency, u.id, u.name, p.code, p.name, p.level, p.job_class, p.retirement_age, p.headcount, """ + OCCUPIED + """
            , p.leads_unit, p.closed_on, p.siasn_id, p.version
            from positions p left join units u on u.id = p.unit_id where p.agency = :agency and p.id = :id""");

    /** Asked for the rows of a page only: within the list it would be counted for every row that is sorted. */
    private static final SqlText OCCUPANCY = SqlText.ofNation("""
            select h.position_id, count(*) from employee_positions h
            where h.agency = :agency and h.position_id in (:positions) and h.assignment = 'DEFINITIVE'
                and h.starts_on <= :asOf and (h.ends_on is null or h.ends_on >= :asOf)
            group by h.position_id""");

    /** One at a time: who is put into a position counts who holds it. Meanwhile nobody closes or changes it. */
    private static final SqlText HOLD = SqlText.ofAgency("""
            select p.id from positions p where p.agency = :agency and p.id = :id for update""");

    private static final SqlText IS_HELD = SqlText.ofAgency("""
            select exists (select 1 from employee_positions h
                where h.agency = :agency and h.position_id = :position and (h.ends_on is null or h.ends_on > :day))""");

    private static final SqlText EVER_HELD = SqlText.ofAgency("""
            select exists (select 1 from employee_positions h where h.agency = :agency and h.position_id = :position)
                or exists (select 1 from employees e where e.agency = :agency and e.position_id = :position)""");

    private final AgencySql sql;
    private final Lists lists;

    PositionQueries(ObjectReach reach, AgencySql sql, Lists lists) {
        super(OrganisationObjects.POSITION, reach);
        this.sql = sql;
        this.lists = lists;
    }

    private static Row row(id.karier.kernel.data.Row row) throws SQLException {
        return new Row(
                row.id(),
                row.text(),
                row.id(),
                row.text(),
                row.text(),
                row.text(),
                row.constant(PositionLevel.class),
                row.optionalInteger(),
                row.integer(),
                row.flag());
    }

    private static PositionDirectory.Facts facts(id.karier.kernel.data.Row row) throws SQLException {
        return new PositionDirectory.Facts(
                row.id(),
                row.text(),
                row.id(),
                row.text(),
                row.text(),
                row.text(),
                row.constant(PositionLevel.class),
                row.optionalInteger(),
                row.optionalInteger(),
                row.flag(),
                row.optionalDate());
    }

    private static View view(id.karier.kernel.data.Row row) throws SQLException {
        return new View(
                row.id(),
                row.text(),
                row.id(),
                row.text(),
                row.text(),
                row.text(),
                row.constant(PositionLevel.class),
                row.optionalInteger(),
                row.optionalInteger(),
                row.integer(),
                row.number(),
                row.flag(),
                row.optionalDate(),
                row.optionalText(),
                row.number());
    }

    Optional<PositionDirectory.Facts> facts(UUID id) {
        return sql.first(BY_ID, Map.of("key", id), PositionQueries::facts);
    }

    Optional<PositionDirectory.Facts> factsByCode(String code) {
        return sql.first(BY_CODE, Map.of("key", code), PositionQueries::facts);
    }

    Optional<PositionDirectory.Facts> factsBySiasnId(String siasnId) {
        return sql.first(BY_SIASN_ID, Map.of("key", siasnId), PositionQueries::facts);
    }

    private record Occupancy(UUID positionId, long holders) {}

    Page<Summary> list(PositionFilter filter, LocalDate today, PageRequest request) {
        var narrowed = new ListFilter()
                .on("p.closed_on is null or p.closed_on >= :asOf", "asOf", filter.asOf, today)
                .where("p.agency = :ofAgency", "ofAgency", filter.agency)
                .where("p.unit_id = :unit", "unit", filter.unit)
                .where(UnitDirectory.under("p.unit_id", ":under"), "under", filter.under)
                .where("p.level = :level", "level", filter.level)
                .where("p.name like :q escape '!'", "q", Prefix.of(filter.q))
                .when(Boolean.TRUE.equals(filter.vacant), "vacant", "p.headcount > " + OCCUPIED)
                .when(Boolean.FALSE.equals(filter.vacant), "filled", "p.headcount <= " + OCCUPIED);
        var page = lists.page(POSITIONS, narrowed, request);
        var holders = holders(page.items().stream().map(Row::id).toList(), narrowed.day());
        var items = page.items().stream()
                .map(row -> row.filledBy(holders.getOrDefault(row.id(), 0L)))
                .toList();
        return new Page<>(items, page.next(), page.total());
    }

    private Map<UUID, Long> holders(List<UUID> positions, LocalDate asOf) {
        if (positions.isEmpty()) {
            return Map.of();
        }
        var values = Map.of("positions", positions, "asOf", asOf);
        return sql.rows(OCCUPANCY, values, row -> new Occupancy(row.id(), row.number())).stream()
                .collect(Collectors.toMap(Occupancy::positionId, Occupancy::holders));
    }

    /** @throws ProblemException 404 when it is nobody's or another agency's */
    View view(UUID id, LocalDate today) {
        return sql.first(VIEW, Map.of("id", id, "asOf", today), PositionQueries::view)
                .orElseThrow(ProblemException::notFound);
    }

    /** Keeps a position from being closed or changed until the transaction ends. */
    void hold(UUID id) {
        sql.first(HOLD, Map.of("id", id), row -> row.id());
    }

    /** Whether an open position of the unit leads it, except one. */
    boolean isLed(UUID unit, UUID except) {
        return count("unitId = ?1 and leadsUnit and closedOn is null and id <> ?2", unit, except) > 0;
    }

    /** Whether anybody has ever held the position. */
    boolean wasEverHeld(UUID position) {
        return sql.count(EVER_HELD, Map.of("position", position)) > 0;
    }

    /** Whether anybody holds the position after a day, definitively or acting. */
    boolean isHeld(UUID position, LocalDate day) {
        return sql.count(IS_HELD, Map.of("position", position, "day", day)) > 0;
    }
}
