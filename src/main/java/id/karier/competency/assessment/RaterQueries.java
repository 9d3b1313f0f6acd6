package id.karier.competency.assessment;

import id.karier.competency.assessment.AnonymityRules.Answered;
import id.karier.competency.assessment.AssessmentJson.FormSummary;
import id.karier.competency.assessment.AssessmentJson.Rater;
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
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Every query about raters: who is asked about whom, and who has answered. */
@Singleton
class RaterQueries extends AgencyRepository<AssessmentRater> {
    static final ListSpec<Rater> RATERS = ListSpec.of("assessment-raters", RaterQueries::rater)
            .columns("r.id, r.assessment_id, r.participant_id, r.rated_id, r.employee_id, r.relation, r.state,"
                    + " r.reminded_on, r.version")
            .from("assessment_raters r", "r.agency")
            .objects(AssessmentObjects.RATER, "r")
            .sortedBy(SortKey.id("r.id", Rater::id))
            .then(SortKey.id("r.id", Rater::id))
            .order("id")
            .build();

    /** What somebody is to answer, and has: her own in rounds that are open. */
    static final ListSpec<FormSummary> FORMS = ListSpec.of("assessment-forms", RaterQueries::form)
            .columns("r.id, r.assessment_id, a.name, a.starts_on, a.ends_on, r.rated_id, p.position_title, r.relation,"
                    + " r.state, r.version")
            .from(
                    "assessment_raters r join assessments a on a.id = r.assessment_id"
                            + " join assessment_participants p on p.id = r.participant_id",
                    "r.agency")
            .objects(AssessmentObjects.RATER, "r")
            .sortedBy(SortKey.id("r.id", FormSummary::id))
            .then(SortKey.id("r.id", FormSummary::id))
            .order("id")
            .build();

    private static final SqlText INSERT = SqlText.ofAgency("""
            insert into assessment_raters (id, agency, assessment_id, participant_id, rated_id, employee_id, relation, state)
            values (:id, :agency, :assessment, :participant, :rated, :employee, :relation, 'INVITED')""");

    private static final SqlText ANSWERED = SqlText.ofAgency("""
            select r.rated_id, r.relation, r.employee_id from assessment_raters r
            where r.agency = :agency and r.assessment_id = :assessment and r.rated_id in (:people) and r.state = 'ANSWERED'""");

    /** Of rounds that have closed since a day, and of no other. */
    private static final SqlText EARLIER = SqlText.ofAgency("""
            select r.rated_id, r.assessment_id, r.relation, r.employee_id
            from assessment_raters r join assessments a on a.id = r.assessment_id
            where r.agency = :agency and r.rated_id in (:people) and r.state = 'ANSWERED'
                and r.assessment_id <> :assessment and a.closed_on >= :since
            order by r.rated_id, r.assessment_id""");

    private static final SqlText UNRATED = SqlText.ofAgency("""
            select p.employee_id from assessment_participants p
            where p.agency = :agency and p.assessment_id = :assessment and p.ended_on is null
                and not exists (select 1 from assessment_raters r where r.agency = :agency and r.participant_id = p.id
                    and r.state in ('INVITED', 'ANSWERED') and r.relation <> 'SELF')
            order by p.id limit :most""");

    private static final SqlText WAITING = SqlText.ofAgency("""
            select count(*) from assessment_raters r join assessments a on a.id = r.assessment_id
            where r.agency = :agency and r.employee_id = :person and r.state = 'INVITED' and a.state = 'OPEN'
                and a.starts_on <= :day and a.ends_on >= :day""");

    private final AgencySql sql;
    private final Lists lists;
    private final AssessmentQueries assessments;

    RaterQueries(ObjectReach reach, AgencySql sql, Lists lists, AssessmentQueries assessments) {
        super(AssessmentObjects.RATER, reach);
        this.sql = sql;
        this.lists = lists;
        this.assessments = assessments;
    }

    /** A rater who is to be stored. */
    record NewRow(UUID id, UUID participant, UUID rated, UUID employee, RaterRelation relation) {}

    private static Rater rater(Row row) throws SQLException {
        return new Rater(
                row.id(),
                row.id(),
                row.id(),
                row.id(),
                row.id(),
                row.constant(RaterRelation.class),
                row.constant(RaterState.class),
                row.optionalDate(),
                row.number());
    }

    /** As it is shown to whoever has just written it. */
    static Rater shown(AssessmentRater rater) {
        return new Rater(
                rater.id(),
                rater.assessmentId(),
                rater.participantId(),
                rater.ratedId(),
                rater.employeeId(),
                rater.relation(),
                rater.state(),
                rater.remindedOn(),
                rater.version());
    }

    private static FormSummary form(Row row) throws SQLException {
        return new FormSummary(
                row.id(),
                row.id(),
                row.text(),
                row.date(),
                row.date(),
                row.id(),
                row.text(),
                row.constant(RaterRelation.class),
                row.constant(RaterState.class),
                row.number());
    }

    /** @throws id.karier.kernel.ProblemException 404 when the caller's agency has no such round */
    Page<Rater> page(UUID assessment, RaterFilter filter, PageRequest page) {
        assessments.ofAgency(assessment);
        var narrowed = of(assessment)
                .where("r.participant_id = :participant", "participant", filter.participant)
                .where("r.state = :state", "state", filter.state);
        return lists.page(RATERS, narrowed, page);
    }

    /** @throws id.karier.kernel.ProblemException 404 unless it is one of the round's within the caller's reach */
    Rater view(UUID assessment, UUID id) {
        return lists.require(RATERS, of(assessment).where("r.id = :id", "id", id));
    }

    private static ListFilter of(UUID assessment) {
        return new ListFilter().where("r.assessment_id = :assessment", "assessment", assessment);
    }

    Page<FormSummary> forms(UUID person, PageRequest page) {
        return lists.page(FORMS, openFormsOf(person), page);
    }

    /** @throws id.karier.kernel.ProblemException 404 unless it is the person's, in a round that is open */
    FormSummary form(UUID person, UUID assessment, UUID id) {
        var narrowed = openFormsOf(person)
                .where("r.assessment_id = :assessment", "assessment", assessment)
                .where("r.id = :id", "id", id);
        return lists.require(FORMS, narrowed);
    }

    private static ListFilter openFormsOf(UUID person) {
        return new ListFilter()
                .where("r.employee_id = :person", "person", person)
                .where("a.state = :open", "open", AssessmentState.OPEN)
                .when(true, "states", "r.state in ('INVITED', 'ANSWERED')");
    }

    /** How many forms wait for a person's answer on a day. */
    long waiting(UUID person, LocalDate day) {
        return sql.count(WAITING, Map.of("person", person, "day", day));
    }

    void insert(UUID assessment, List<NewRow> raters) {
        sql.batch(
                INSERT,
                raters,
                one -> Map.of(
                        "id", one.id(),
                        "assessment", assessment,
                        "participant", one.participant(),
                        "rated", one.rated(),
                        "employee", one.employee(),
                        "relation", one.relation()));
    }

    /** Participants whom nobody but themselves is asked about. */
    List<UUID> unrated(UUID assessment, int most) {
        return sql.rows(UNRATED, Map.of("assessment", assessment, "most", most), Row::id);
    }

    /** Who has answered about each of some people in a round; no entry for whom nobody did. */
    Map<UUID, Answered> answered(UUID assessment, Collection<UUID> people) {
        var all = new HashMap<UUID, Map<RaterRelation, Set<UUID>>>();
        sql.rows(ANSWERED, Map.of("assessment", assessment, "people", people), row -> {
            add(all.computeIfAbsent(row.id(), p -> new EnumMap<>(RaterRelation.class)), row);
            return true;
        });
        var answered = new HashMap<UUID, Answered>();
        all.forEach((person, raters) -> answered.put(person, new Answered(raters)));
        return answered;
    }

    /** Who had answered about each of some people in other rounds that have closed since a day. */
    Map<UUID, List<Answered>> earlier(UUID assessment, Collection<UUID> people, LocalDate since) {
        record Round(UUID person, UUID assessment) {}
        var rounds = new HashMap<Round, Map<RaterRelation, Set<UUID>>>();
        sql.rows(EARLIER, Map.of("assessment", assessment, "people", people, "since", since), row -> {
            var round = new Round(row.id(), row.id());
            add(rounds.computeIfAbsent(round, r -> new EnumMap<>(RaterRelation.class)), row);
            return true;
        });
        var earlier = new HashMap<UUID, List<Answered>>();
        rounds.forEach((round, raters) ->
                earlier.computeIfAbsent(round.person(), p -> new ArrayList<>()).add(new Answered(raters)));
        return earlier;
    }

    private static void add(Map<RaterRelation, Set<UUID>> raters, Row row) throws SQLException {
        raters.computeIfAbsent(row.constant(RaterRelation.class), r -> new HashSet<>())
                .add(row.id());
    }

    /** Who is asked about a participant, whatever became of it. */
    List<AssessmentRater> of(AssessmentParticipant participant) {
        return list("participantId = ?1", participant.id());
    }

    /** The next of a round who have not answered and were not reminded on a day. */
    List<AssessmentRater> toRemind(UUID assessment, LocalDate day, int most) {
        return find(
                        "assessmentId = ?1 and state = ?2 and (remindedOn is null or remindedOn < ?3) order by id",
                        assessment,
                        RaterState.INVITED,
                        day)
                .page(0, most)
                .list();
    }

    /** What a person is still asked for. */
    List<AssessmentRater> unanswered(UUID person) {
        return list("employeeId = ?1 and state in ?2", person, List.of(RaterState.PROPOSED, RaterState.INVITED));
    }
}
