package id.karier.rulebook.simulation.inputs;

import static java.util.stream.Collectors.toMap;

import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.calculation.person.NipRules;
import id.karier.employee.EmployeeDirectory;
import id.karier.kernel.access.Resource;
import id.karier.rulebook.simulation.KindInputs;
import id.karier.rulebook.simulation.Result;
import id.karier.rulebook.simulation.SkipReason;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetKind;
import id.karier.rules.body.IdentityNumberBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How the number of the day reads. The label is the kind that it tells, or that it is invalid; no digit is kept. */
@ApplicationScoped
class IdentityNumberInputs implements KindInputs {
    private final EmployeeDirectory employees;

    IdentityNumberInputs(EmployeeDirectory employees) {
        this.employees = employees;
    }

    @Override
    public RuleSetKind kind() {
        return RuleSetKind.IDENTITY_NUMBER;
    }

    @Override
    public Set<Resource> sources() {
        return Set.of(Resource.EMPLOYEE, Resource.CAREER_HISTORY);
    }

    @Override
    public Map<UUID, Question> questions(List<Person> people, LocalDate day) {
        var numbers = employees.numbersOn(Person.ids(people), day);
        return people.stream().collect(toMap(Person::id, person -> {
            var number = numbers.get(person.id());
            return number == null
                    ? Question.missing(SkipReason.NUMBER_MISSING)
                    : Question.of(rules -> result(rules, new NipRequest(number, null, day, null), day));
        }));
    }

    private static Result result(RuleSet<?> rules, NipRequest request, LocalDate day) {
        var answer = NipRules.read(rules.as(IdentityNumberBody.class), request, day);
        return Result.of(label(answer), "reasons", answer.reasons(), "warnings", answer.warnings());
    }

    private static String label(NipAnswer answer) {
        if (!answer.valid()) {
            return "INVALID";
        }
        return answer.kind() == null ? "VALID" : answer.kind().name();
    }
}
