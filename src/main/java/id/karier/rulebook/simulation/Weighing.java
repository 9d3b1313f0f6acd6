package id.karier.rulebook.simulation;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import id.karier.rulebook.simulation.KindInputs.Person;
import id.karier.rulebook.simulation.KindInputs.Question;
import id.karier.rules.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks people's questions under both versions, and tells where the answers differ. */
record Weighing(KindInputs inputs, RuleSet<?> current, RuleSet<?> draft, LocalDate day) {
    /** Somebody whose results differ. */
    record Difference(UUID employeeId, Result current, Result draft) {}

    /** Weighs some people, counts every one of them, and answers those whose results differ. */
    List<Difference> weigh(List<Person> people, Tally tally) {
        var serving = people.stream().filter(person -> person.servesOn(day)).toList();
        for (int left = people.size() - serving.size(); left > 0; left--) {
            tally.skip(SkipReason.NOT_IN_SERVICE);
        }
        if (serving.isEmpty()) {
            return List.of();
        }
        var questions = inputs.questions(serving, day);
        var differences = new ArrayList<Difference>();
        for (var person : serving) {
            var difference = weigh(person.id(), questions.get(person.id()), tally);
            if (difference != null) {
                differences.add(difference);
            }
        }
        return differences;
    }

    private @Nullable Difference weigh(UUID person, @Nullable Question question, Tally tally) {
        if (question == null) {
            throw new IllegalStateException(inputs.kind() + " has no question about a person that it was given");
        }
        var missing = question.missing();
        if (missing != null) {
            tally.skip(missing);
            return null;
        }
        var answer = Objects.requireNonNull(question.answer());
        var now = answer(answer, current);
        var then = now == null ? null : answer(answer, draft);
        if (now == null || then == null) {
            tally.skip(now == null ? SkipReason.REFUSED_NOW : SkipReason.REFUSED_BY_DRAFT);
            return null;
        }
        if (now.equals(then)) {
            tally.same();
            return null;
        }
        tally.change(now, then);
        return new Difference(person, now, then);
    }

    /** Null when the version cannot take what the registers hold; any other problem ends the job. */
    private static @Nullable Result answer(Function<RuleSet<?>, Result> question, RuleSet<?> version) {
        try {
            return question.apply(version);
        } catch (ProblemException problem) {
            if (problem.code() == ErrorCode.RULE_INPUT_INVALID) {
                return null;
            }
            throw problem;
        }
    }
}
