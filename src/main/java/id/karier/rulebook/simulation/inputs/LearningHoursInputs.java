package id.karier.rulebook.simulation.inputs;

import static java.util.stream.Collectors.toMap;

import id.karier.calculation.measure.LearningHourRules;
import id.karier.calculation.measure.LearningHoursJson.Activity;
import id.karier.calculation.measure.LearningHoursJson.LearningHoursRequest;
import id.karier.employee.EmployeeKind;
import id.karier.history.Career.Training;
import id.karier.history.CareerDirectory;
import id.karier.kernel.access.Resource;
import id.karier.rulebook.simulation.KindInputs;
import id.karier.rulebook.simulation.Result;
import id.karier.rulebook.simulation.SkipReason;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetKind;
import id.karier.rules.body.LearningHoursBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The learning hours of the day's calendar year: from the trainings that had ended, each with its hours and days, and, as
 * the register says nothing else, at home and as one session. The label says whether the year's entitlement is met.
 */
@ApplicationScoped
class LearningHoursInputs implements KindInputs {
    private final CareerDirectory careers;

    LearningHoursInputs(CareerDirectory careers) {
        this.careers = careers;
    }

    @Override
    public RuleSetKind kind() {
        return RuleSetKind.LEARNING_HOURS;
    }

    @Override
    public Set<Resource> sources() {
        return Set.of(Resource.EMPLOYEE, Resource.CAREER_HISTORY);
    }

    @Override
    public Map<UUID, Question> questions(List<Person> people, LocalDate day) {
        var trainings = careers.trainings(Person.ids(people), day.withDayOfYear(1), day);
        return people.stream()
                .collect(toMap(
                        Person::id, person -> question(person, trainings.getOrDefault(person.id(), List.of()), day)));
    }

    /** The year of a contract is in no register, and who is on probation has no entitlement yet. */
    private static Question question(Person person, List<Training> trainings, LocalDate day) {
        if (person.kind() != EmployeeKind.PNS) {
            return Question.missing(SkipReason.ONLY_PNS);
        }
        var request = new LearningHoursRequest(
                id.karier.rules.terms.EmployeeKind.PNS,
                day.getYear(),
                trainings.stream().map(LearningHoursInputs::activity).toList(),
                day,
                null);
        return Question.of(rules -> result(rules, request));
    }

    private static Activity activity(Training training) {
        int days = (int) ChronoUnit.DAYS.between(training.startsOn(), training.endsOn()) + 1;
        return new Activity(training.form(), null, days, training.hours(), training.startsOn(), null, null);
    }

    private static Result result(RuleSet<?> rules, LearningHoursRequest request) {
        var answer = LearningHourRules.hours(rules.as(LearningHoursBody.class), request);
        return Result.of(
                answer.fulfilled() ? "FULFILLED" : "NOT_FULFILLED",
                "jp",
                answer.jp(),
                "target",
                answer.target(),
                "missing",
                answer.missing());
    }
}
