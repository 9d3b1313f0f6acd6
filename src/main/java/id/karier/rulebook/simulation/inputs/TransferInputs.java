package id.karier.rulebook.simulation.inputs;

import static java.util.stream.Collectors.toMap;

import id.karier.calculation.career.TransferJson.TransferRequest;
import id.karier.calculation.career.TransferRules;
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
import java.util.UUID;

/** Whether somebody may or should be transferred: by the unbroken stay in the unit of the day. The label is the status. */
@ApplicationScoped
class TransferInputs implements KindInputs {
    private final RegisterQueries registers;

    TransferInputs(RegisterQueries registers) {
        this.registers = registers;
    }

    @Override
    public RuleSetKind kind() {
        return RuleSetKind.TRANSFER;
    }

    @Override
    public Map<UUID, Question> questions(List<Person> people, LocalDate day) {
        var postings = registers.postings(people, day);
        return people.stream()
                .collect(toMap(Person::id, person -> question(postings.getOrDefault(person.id(), Postings.NONE), day)));
    }

    private static Question question(Postings postings, LocalDate day) {
        var held = postings.held();
        if (held == null) {
            return Question.missing(SkipReason.POSITION_MISSING);
        }
        if (held.unitId() == null) {
            return Question.missing(SkipReason.UNIT_MISSING);
        }
        var request = new TransferRequest(postings.inUnitSince(), day, null);
        return Question.of(rules -> result(rules, request, day));
    }

    private static Result result(RuleSet<?> rules, TransferRequest request, LocalDate day) {
        var answer = TransferRules.status(rules.as(TransferBody.class), request, day);
        return Result.of(
                answer.status().name(), "eligibleFrom", answer.eligibleFrom(), "overdueFrom", answer.overdueFrom());
    }
}
