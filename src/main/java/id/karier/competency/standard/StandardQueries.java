package id.karier.competency.standard;

import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyRef;
import id.karier.competency.CompetencyText;
import id.karier.competency.standard.StandardJson.View;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every query about positions' own standards. */
@Singleton
public class StandardQueries extends AgencyRepository<PositionStandard> {
    public static final ListSpec<View> STANDARDS = ListSpec.of("position-standards", StandardQueries::view)
            .columns("s.id, s.position_id, c.id, c.code, c.kind, c.name_id, c.name_en, s.level, s.starts_on, s.ends_on,"
                    + " s.decree_number, s.version")
            .from("position_standards s join competencies c on c.id = s.competency_id", "s.agency")
            .objects(StandardObjects.POSITION_STANDARD, "s")
            .sortedBy(SortKey.date("startsOn", "s.starts_on", View::startsOn))
            .then(SortKey.id("s.id", View::id))
            .order("-startsOn")
            .build();

    /** The latest first, so that of two that overlap the later one counts. */
    private static final SqlText IN_FORCE = SqlText.ofAgency("""
            select s.id, s.competency_id, s.level, s.starts_on from position_standards s
            where s.agency = :agency and s.position_id = :position
                and s.starts_on <= :day and (s.ends_on is null or s.ends_on >= :day)
            order by s.starts_on desc, s.id desc""");

    private static final SqlText HAS_ANY = SqlText.ofAgency("""
            select exists (select 1 from position_standards s where s.agency = :agency and s.position_id = :position)""");

    private final AgencySql sql;
    private final Lists lists;

    StandardQueries(ObjectReach reach, AgencySql sql, Lists lists) {
        super(StandardObjects.POSITION_STANDARD, reach);
        this.sql = sql;
        this.lists = lists;
    }

    /** A standard in force, before its competency is known. */
    record InForce(UUID id, UUID competencyId, int level, LocalDate since) {}

    private static View view(Row row) throws SQLException {
        return new View(
                row.id(),
                row.id(),
                new CompetencyRef(
                        row.id(),
                        row.text(),
                        row.constant(CompetencyKind.class),
                        new CompetencyText(row.text(), row.optionalText())),
                row.integer(),
                row.date(),
                row.optionalDate(),
                row.optionalText(),
                row.number());
    }

    Page<View> page(StandardFilter filter, PageRequest page) {
        var narrowed = new ListFilter()
                .where("s.position_id = :position", "position", filter.position)
                .where("s.competency_id = :competency", "competency", filter.competency)
                .where("s.starts_on <= :asOf and (s.ends_on is null or s.ends_on >= :asOf)", "asOf", filter.asOf);
        return lists.page(STANDARDS, narrowed, page);
    }

    View view(UUID id) {
        return lists.require(STANDARDS, new ListFilter().where("s.id = :id", "id", id));
    }

    List<InForce> inForce(UUID position, LocalDate day) {
        return sql.rows(
                IN_FORCE,
                Map.of("position", position, "day", day),
                row -> new InForce(row.id(), row.id(), row.integer(), row.date()));
    }

    boolean hasAny(UUID position) {
        return sql.count(HAS_ANY, Map.of("position", position)) > 0;
    }

    /** The latest standard that a position has of a competency, locked until the transaction ends. */
    Optional<PositionStandard> latest(UUID position, UUID competency) {
        return find("positionId = ?1 and competencyId = ?2 order by startsOn desc", position, competency)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
