package id.karier.competency.assessment;

import id.karier.changes.Change;
import id.karier.changes.Change.Difference;
import id.karier.changes.ChangeLog;
import id.karier.competency.assessment.AssessmentJson.AssessmentFacts;
import id.karier.competency.assessment.LevelQueries.NewLevel;
import id.karier.competency.assessment.ParticipantQueries.NewParticipant;
import id.karier.competency.assessment.ParticipantQueries.Seat;
import id.karier.competency.assessment.RaterQueries.NewRow;
import id.karier.competency.dictionary.CompetencyDirectory;
import id.karier.competency.standard.StandardDirectory;
import id.karier.competency.standard.StandardJson.Required;
import id.karier.history.CareerDirectory;
import id.karier.jobs.RunningJob;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.data.Transactions;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.UnitDirectory;
import id.karier.rules.body.AssessmentBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/** Finds who is to be assessed, what their positions require today, and whom the organisation names to be asked. */
@ApplicationScoped
class Preparation {
    private static final int STRETCH = 200;

    private final AssessmentQueries assessments;
    private final ParticipantQueries participants;
    private final RaterQueries raters;
    private final LevelQueries levels;
    private final AssessmentLaw law;
    private final StandardDirectory standards;
    private final CompetencyDirectory competencies;
    private final CareerDirectory careers;
    private final UnitDirectory units;
    private final AgencyDirectory agencies;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final Caller caller;
    private final Ids ids;

    Preparation(
            AssessmentQueries assessments,
            ParticipantQueries participants,
            RaterQueries raters,
            LevelQueries levels,
            AssessmentLaw law,
            StandardDirectory standards,
            CompetencyDirectory competencies,
            CareerDirectory careers,
            UnitDirectory units,
            AgencyDirectory agencies,
            ChangeLog changes,
            Transactions transactions,
            Caller caller,
            Ids ids) {
        this.assessments = assessments;
        this.participants = participants;
        this.raters = raters;
        this.levels = levels;
        this.law = law;
        this.standards = standards;
        this.competencies = competencies;
        this.careers = careers;
        this.units = units;
        this.agencies = agencies;
        this.changes = changes;
        this.transactions = transactions;
        this.caller = caller;
        this.ids = ids;
    }

    /** What the whole run needs; what positions require is read once for each of them. */
    private record Ground(
            UUID assessment,
            AssessmentBody law,
            LocalDate day,
            Staff staff,
            List<Seat> population,
            Map<UUID, List<Required>> required,
            Map<UUID, Integer> editions) {}

    void run(RunningJob<AssessmentSettings, AssessmentResult> job) {
        var id = job.settings().assessmentId();
        var ground = transactions.run(() -> ground(id));
        var soFar = Objects.requireNonNullElse(job.outcomeSoFar(), AssessmentResult.NONE);
        var last = transactions.run(() -> participants.lastPerson(id));
        var left = ground.population().stream()
                .filter(seat -> ParticipantOrder.isAfter(seat.employee(), last))
                .toList();
        for (int from = 0; from < left.size(); from += STRETCH) {
            var stretch = left.subList(from, Math.min(from + STRETCH, left.size()));
            var before = soFar;
            soFar = transactions.run(() -> {
                job.restart();
                var after = store(ground, stretch, before);
                job.checkpoint(after.participants(), after.participants(), after);
                return after;
            });
        }
        var outcome = soFar;
        transactions.run(() -> {
            end(job, id, outcome);
            return outcome;
        });
    }

    private void end(RunningJob<AssessmentSettings, AssessmentResult> job, UUID id, AssessmentResult outcome) {
        if (outcome.participants() == 0) {
            job.problem(0, null, null, "NO_PARTICIPANTS");
            job.fail(0, outcome);
            return;
        }
        var assessment = assessments.lock(id);
        assessment.prepared(today(), Math.toIntExact(participants.count(id)));
        assessments.flush();
        job.succeed(outcome.participants(), outcome);
    }

    private Ground ground(UUID id) {
        var assessment = assessments.require(id);
        var day = today();
        var seats = participants.staff();
        var staff = Staff.of(seats, units.heads(day), units.pathsOfAll());
        var population = staff.seats().values().stream()
                .filter(seat -> isAsked(assessment.facts(), seat, staff))
                .sorted(ParticipantOrder.BY_PERSON)
                .toList();
        var rules = law.of(null, day, caller.agency()).body();
        return new Ground(id, rules, day, staff, population, new HashMap<>(), new HashMap<>());
    }

    private static boolean isAsked(AssessmentFacts facts, Seat seat, Staff staff) {
        return seat.level() != null
                && (facts.positionLevels() == null || facts.positionLevels().contains(seat.level()))
                && (facts.unitId() == null || staff.isUnder(seat.unit(), facts.unitId()))
                && (facts.employees() == null || facts.employees().contains(seat.employee()));
    }

    /** Who holds no definitive position today has no standard to be assessed by, and is left out. */
    private AssessmentResult store(Ground ground, List<Seat> stretch, AssessmentResult soFar) {
        var holdings = careers.positions(stretch.stream().map(Seat::employee).toList(), ground.day());
        var people = new ArrayList<NewParticipant>();
        var asked = new ArrayList<NewRow>();
        var questions = new ArrayList<NewLevel>();
        for (var seat : stretch) {
            var holding = holdings.get(seat.employee());
            if (holding == null) {
                continue;
            }
            var span = holding.span();
            var participant = new NewParticipant(
                    ids.next(), seat.employee(), seat.unit(), span.positionId(), span.title(), span.level());
            people.add(participant);
            asked.addAll(asked(ground, participant));
            questions.addAll(questions(ground, participant));
        }
        participants.insert(ground.assessment(), people);
        raters.insert(ground.assessment(), asked);
        levels.insert(questions);
        note(ground.assessment(), people);
        return soFar.plus(people.size(), asked.size(), questions.size());
    }

    private List<NewRow> asked(Ground ground, NewParticipant participant) {
        var lot = new Random(ground.assessment().getLeastSignificantBits()
                ^ participant.employee().getLeastSignificantBits());
        var rows = new ArrayList<NewRow>();
        RaterRules.resolve(ground.staff(), participant.employee(), ground.law(), lot)
                .forEach((relation, who) -> who.forEach(rater ->
                        rows.add(new NewRow(ids.next(), participant.id(), participant.employee(), rater, relation))));
        return rows;
    }

    private List<NewLevel> questions(Ground ground, NewParticipant participant) {
        var required = participant.position() == null
                ? standards
                        .of(null, participant.title(), participant.level(), ground.day())
                        .items()
                : ground.required()
                        .computeIfAbsent(
                                participant.position(),
                                position -> standards
                                        .of(position, participant.title(), participant.level(), ground.day())
                                        .items());
        var rows = new ArrayList<NewLevel>();
        for (var one : required) {
            var competency = one.competency().id();
            int edition = ground.editions().computeIfAbsent(competency, id -> competencies.editionOn(id, ground.day()));
            rows.add(new NewLevel(participant.id(), competency, rows.size(), edition, one.level()));
        }
        return rows;
    }

    /** Also about whoever has ordered it: the organisation has chosen her, and those who are asked about her. */
    private void note(UUID assessment, List<NewParticipant> people) {
        changes.noteConsequences(people.stream()
                .map(one -> {
                    var fields = new LinkedHashMap<String, Difference>();
                    fields.put("assessmentId", new Difference(null, assessment));
                    fields.put("employeeId", new Difference(null, one.employee()));
                    fields.put("unitId", new Difference(null, one.unit()));
                    fields.put("positionId", new Difference(null, one.position()));
                    fields.put("positionTitle", new Difference(null, one.title()));
                    fields.put("positionLevel", new Difference(null, one.level()));
                    return new Change(
                            caller.agency(),
                            AssessmentObjects.PARTICIPANT,
                            one.id(),
                            one.employee(),
                            Change.Action.CREATED,
                            fields,
                            null);
                })
                .toList());
    }

    private LocalDate today() {
        return agencies.today(caller.agency());
    }
}
