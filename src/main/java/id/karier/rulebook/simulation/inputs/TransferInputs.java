package id.karier.rulebook.simulation.inputs;

import static java.util.stream.Collectors.toMap;

import id.karier.calculation.career.TransferJson.TransferRequest;
import id.karier.calculation.career.TransferRules;
import id.karier.history.Career.Holding;
import id.karier.history.CareerDirectory;
import id.karier.kernel.access.Resource;
import id.karier.rulebook.simulation.KindInputs;
import id.karier.rulebook.simulation.Result;
import id.karier.rulebook.simulation.SkipReason;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetKind;
import id.karier.rules.body.TransferBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether somebody may or should be transferred: by the unbroken stay in the unit of the day. The label is the status. */
@ApplicationScoped
class TransferInputs implements KindInputs {
    private final CareerDirectory careers;

    TransferInputs(CareerDirectory careers) {
        this.careers = careers;
    }

    @Override
    public RuleSetKind kind() {
        return RuleSetKind.TRANSFER;
    }

    @Override
    public Set<Resource> sources() {
        return Set.of(Resource.EMPLOYEE, Resource.CAREER_HISTORY);
    }

    @Override
    public Map<UUID, Question> questions(List<Person> people, LocalDate day) {
        var positions = careers.positions(Person.ids(people), day);
        return people.stream().collect(toMap(Person::id, person -> question(positions.get(person.id()), day)));
    }

    private static Question question(@Nullable Holding held, LocalDate day) {
        if (held == null) {
            return Question.missing(SkipReason.POSITION_MISSING);
        }
        if (held.span().unitId() == null) {
            return Question.missing(SkipReason.UNIT_MISSING);
        }
        var request = new TransferRequest(held.unitSince(), day, null);
        return Question.of(rules -> result(rules, request, day));
    }

    private static Result result(RuleSet<?> rules, TransferRequest request, LocalDate day) {
        var answer = TransferRules.status(rules.as(TransferBody.class), request, day);
        return Result.of(
                answer.status().name(), "eligibleFrom", answer.eligibleFrom(), "overdueFrom", answer.overdueFrom());
    }
}
