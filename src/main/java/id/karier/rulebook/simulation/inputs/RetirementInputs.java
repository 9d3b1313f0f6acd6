package id.karier.rulebook.simulation.inputs;

import static java.util.stream.Collectors.toMap;

import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.calculation.person.RetirementRules;
import id.karier.history.Career.Holding;
import id.karier.history.CareerDirectory;
import id.karier.kernel.access.Resource;
import id.karier.rulebook.simulation.KindInputs;
import id.karier.rulebook.simulation.Result;
import id.karier.rulebook.simulation.SkipReason;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetKind;
import id.karier.rules.body.RetirementBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When somebody retires: by the birth date, the level of the position of the day, and that position's own age. Statutes
 * are in the registers as own ages, so that their figures alone change nobody's result here. The label is the age.
 */
@ApplicationScoped
class RetirementInputs implements KindInputs {
    private final CareerDirectory careers;

    RetirementInputs(CareerDirectory careers) {
        this.careers = careers;
    }

    @Override
    public RuleSetKind kind() {
        return RuleSetKind.RETIREMENT;
    }

    @Override
    public Set<Resource> sources() {
        return Set.of(Resource.EMPLOYEE, Resource.CAREER_HISTORY);
    }

    @Override
    public Map<UUID, Question> questions(List<Person> people, LocalDate day) {
        var positions = careers.positions(Person.ids(people), day);
        return people.stream().collect(toMap(Person::id, person -> question(person, positions.get(person.id()), day)));
    }

    private static Question question(Person person, @Nullable Holding held, LocalDate day) {
        if (held == null) {
            return Question.missing(SkipReason.POSITION_MISSING);
        }
        var request = new RetirementRequest(
                person.birthDate(), held.span().level(), held.span().retirementAge(), null, day, null);
        return Question.of(rules -> result(rules, request, day));
    }

    private static Result result(RuleSet<?> rules, RetirementRequest request, LocalDate day) {
        var answer = RetirementRules.retirement(rules.as(RetirementBody.class), request, day);
        return Result.of(
                String.valueOf(answer.retirementAge()),
                "reachedOn",
                answer.reachedOn(),
                "effectiveOn",
                answer.effectiveOn());
    }
}
