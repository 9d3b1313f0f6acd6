package id.karier.competency.assessment;

import id.karier.competency.assessment.AssessmentJson.Participant;
import id.karier.employee.EmployeeDirectory;
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
import id.karier.rules.terms.PositionLevel;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about participants. */
@Singleton
class ParticipantQueries extends AgencyRepository<AssessmentParticipant> {
    /** Before every participant. */
    static final UUID FIRST = new UUID(0, 0);

    static final ListSpec<Participant> PARTICIPANTS = ListSpec.of(
                    "assessment-participants", ParticipantQueries::participant)
            .columns("p.id, p.assessment_id, p.employee_id, p.unit_id, p.position_id, p.position_title,"
                    + " p.position_level, p.ended_on, p.version")
            .from("assessment_participants p", "p.agency")
            .objects(AssessmentObjects.PARTICIPANT, "p")
            .sortedBy(SortKey.id("p.id", Participant::id))
            .then(SortKey.id("p.id", Participant::id))
            .order("id")
            .build();

    private static final SqlText STAFF = SqlText.ofAgency(EmployeeDirectory.inService());
    private static final SqlText SERVES =
            SqlText.ofAgency("select count(*) from (" + EmployeeDirectory.inService() + " and e.id = :person) s");
    private static final SqlText LAST = SqlText.ofAgency("""
            select max(p.employee_id) from assessment_participants p
            where p.agency = :agency and p.assessment_id = :assessment""");
    private static final SqlText COUNT = SqlText.ofAgency("""
            select count(*) from assessment_participants p where p.agency = :agency and p.assessment_id = :assessment""");
    private static final SqlText INSERT = SqlText.ofAgency("""
            insert into assessment_participants (id, agency, assessment_id, employee_id, unit_id, position_id,
                position_title, position_level)
            values (:id, :agency, :assessment, :employee, :unit, :position, :title, :level)""");
    private static final SqlText NEXT = SqlText.ofAgency("""
            select p.id, p.employee_id, p.ended_on is not null from assessment_participants p
            where p.agency = :agency and p.assessment_id = :assessment and p.id > :after order by p.id limit :most""");
    private static final SqlText NEXT_OPEN = SqlText.ofAgency("""
            select p.id, p.employee_id, p.ended_on is not null from assessment_participants p
            where p.agency = :agency and p.assessment_id = :assessment and p.id > :after and not p.closed
            order by p.id limit :most""");
    private static final SqlText AT = SqlText.ofAgency("""
            select p.id from assessment_participants p
            where p.agency = :agency and p.assessment_id = :assessment order by p.id limit 1 offset :place""");
    private static final SqlText CLOSE = SqlText.ofAgency(
            "update assessment_participants set closed = true where agency = :agency and id in (:participants)");

    private final AgencySql sql;
    private final Lists lists;
    private final AssessmentQueries assessments;

    ParticipantQueries(ObjectReach reach, AgencySql sql, Lists lists, AssessmentQueries assessments) {
        super(AssessmentObjects.PARTICIPANT, reach);
        this.sql = sql;
        this.lists = lists;
        this.assessments = assessments;
    }

    /** Somebody in the service today, where she sits. */
    record Seat(
            UUID employee,
            @Nullable UUID unit,
            @Nullable UUID position,
            @Nullable PositionLevel level) {}

    /** A participant who is to be stored. */
    record NewParticipant(
            UUID id,
            UUID employee,
            @Nullable UUID unit,
            @Nullable UUID position,
            String title,
            PositionLevel level) {}

    /** A participant who is to be worked at. */
    record Due(UUID id, UUID employee, boolean ended) {}

    private static Participant participant(Row row) throws SQLException {
        return new Participant(
                row.id(),
                row.id(),
                row.id(),
                row.optionalId(),
                row.optionalId(),
                row.text(),
                row.constant(PositionLevel.class),
                row.optionalDate(),
                row.number());
    }

    /** @throws id.karier.kernel.ProblemException 404 when the caller's agency has no such round */
    Page<Participant> page(UUID assessment, @Nullable UUID employee, PageRequest page) {
        assessments.ofAgency(assessment);
        var narrowed = of(assessment).where("p.employee_id = :employee", "employee", employee);
        return lists.page(PARTICIPANTS, narrowed, page);
    }

    /** @throws id.karier.kernel.ProblemException 404 unless it is one of the round's within the caller's reach */
    Participant view(UUID assessment, UUID id) {
        return lists.require(PARTICIPANTS, of(assessment).where("p.id = :id", "id", id));
    }

    private static ListFilter of(UUID assessment) {
        return new ListFilter().where("p.assessment_id = :assessment", "assessment", assessment);
    }

    /** Everybody who is in the agency's service today. */
    List<Seat> staff() {
        return sql.rows(
                STAFF,
                Map.of(),
                row -> new Seat(
                        row.id(), row.optionalId(), row.optionalId(), row.optionalConstant(PositionLevel.class)));
    }

    /** Whether somebody is in the agency's service today. */
    boolean staffHolds(UUID person) {
        return sql.count(SERVES, Map.of("person", person)) > 0;
    }

    /** The last person who was made a participant; nobody's id at the beginning. */
    UUID lastPerson(UUID assessment) {
        return sql.first(LAST, Map.of("assessment", assessment), row -> {
                    var last = row.optionalId();
                    return last == null ? FIRST : last;
                })
                .orElse(FIRST);
    }

    long count(UUID assessment) {
        return sql.count(COUNT, Map.of("assessment", assessment));
    }

    void insert(UUID assessment, List<NewParticipant> participants) {
        sql.batch(INSERT, participants, one -> {
            var values = new HashMap<String, @Nullable Object>();
            values.put("id", one.id());
            values.put("assessment", assessment);
            values.put("employee", one.employee());
            values.put("unit", one.unit());
            values.put("position", one.position());
            values.put("title", one.title());
            values.put("level", one.level());
            return values;
        });
    }

    List<Due> next(UUID assessment, UUID after, int most) {
        return due(NEXT, assessment, after, most);
    }

    /** The next who have not been closed yet. */
    List<Due> nextOpen(UUID assessment, UUID after, int most) {
        return due(NEXT_OPEN, assessment, after, most);
    }

    private List<Due> due(SqlText select, UUID assessment, UUID after, int most) {
        return sql.rows(
                select,
                Map.of("assessment", assessment, "after", after, "most", most),
                row -> new Due(row.id(), row.id(), row.flag()));
    }

    /** The last of so many participants in their order; before every one for none. */
    UUID last(UUID assessment, long count) {
        return count == 0
                ? FIRST
                : sql.first(AT, Map.of("assessment", assessment, "place", count - 1), Row::id)
                        .orElse(FIRST);
    }

    void close(List<UUID> participants) {
        sql.change(CLOSE, Map.of("participants", participants));
    }

    /** Where a person is assessed in a round that has not closed; whatever the caller reaches. */
    List<AssessmentParticipant> running(UUID employee) {
        return list(
                "employeeId = ?1 and endedOn is null and assessmentId in"
                        + " (select a.id from Assessment a where a.state in ?2)",
                employee,
                List.of(AssessmentState.PREPARED, AssessmentState.OPEN));
    }
}
