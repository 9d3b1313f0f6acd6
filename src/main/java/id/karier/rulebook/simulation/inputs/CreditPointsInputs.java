package id.karier.rulebook.simulation.inputs;

import static java.util.stream.Collectors.toMap;

import id.karier.calculation.career.CreditPointRules;
import id.karier.calculation.career.CreditPointsJson.CreditPointsAnswer;
import id.karier.calculation.career.CreditPointsJson.CreditPointsRequest;
import id.karier.history.Career;
import id.karier.history.Career.Credit;
import id.karier.history.Career.HeldRank;
import id.karier.history.CareerDirectory;
import id.karier.history.entry.CreditBasis;
import id.karier.kernel.access.Resource;
import id.karier.rulebook.simulation.KindInputs;
import id.karier.rulebook.simulation.Result;
import id.karier.rulebook.simulation.SkipReason;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetKind;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.Rank;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the credit balance of a functional officer stands: by level and rank of the day and the credits that were decreed
 * by then. What was decreed stays, whatever a draft says of coefficients. The label is what the balance reaches.
 */
@ApplicationScoped
class CreditPointsInputs implements KindInputs {
    private static final String FUNCTIONAL = "JF_";

    private final CareerDirectory careers;

    CreditPointsInputs(CareerDirectory careers) {
        this.careers = careers;
    }

    @Override
    public RuleSetKind kind() {
        return RuleSetKind.CREDIT_POINTS;
    }

    @Override
    public Set<Resource> sources() {
        return Set.of(Resource.EMPLOYEE, Resource.CAREER_HISTORY);
    }

    @Override
    public Map<UUID, Question> questions(List<Person> people, LocalDate day) {
        var known = careers.on(Person.ids(people), day);
        return people.stream()
                .collect(toMap(Person::id, person -> question(known.getOrDefault(person.id(), Career.NONE), day)));
    }

    private static Question question(Career career, LocalDate day) {
        var held = career.position();
        if (held == null) {
            return Question.missing(SkipReason.POSITION_MISSING);
        }
        var position = held.span().level().name();
        if (!position.startsWith(FUNCTIONAL)) {
            return Question.missing(SkipReason.NOT_FUNCTIONAL);
        }
        var rank = rank(career.rank());
        if (rank.isEmpty()) {
            return Question.missing(SkipReason.RANK_MISSING);
        }
        var counted = career.credits();
        if (counted.isEmpty()) {
            return Question.missing(SkipReason.CREDITS_MISSING);
        }
        if (has(counted, CreditBasis.CONVENTIONAL) && !has(counted, CreditBasis.INTEGRATION)) {
            return Question.missing(SkipReason.CREDITS_NOT_INTEGRATED);
        }
        var level = FunctionalLevel.valueOf(position.substring(FUNCTIONAL.length()));
        var request = new CreditPointsRequest(
                level, null, null, null, career.creditTotal(), null, rank.get(), null, null, day, null);
        return Question.of(rules -> result(rules, request));
    }

    private static boolean has(List<Credit> credits, CreditBasis basis) {
        return credits.stream().anyMatch(credit -> credit.basis() == basis);
    }

    private static Optional<Rank> rank(@Nullable HeldRank held) {
        return Arrays.stream(Rank.values())
                .filter(rank -> held != null && rank.grade().equals(held.span().code()))
                .findFirst();
    }

    private static Result result(RuleSet<?> rules, CreditPointsRequest request) {
        var answer = CreditPointRules.credit(rules.as(CreditPointsBody.class), request);
        return Result.of(
                label(answer),
                "balance",
                answer.balance(),
                "nextRankAt",
                answer.nextRankAt(),
                "nextLevelAt",
                answer.nextLevelAt());
    }

    private static String label(CreditPointsAnswer answer) {
        if (answer.nextLevelReached()) {
            return "NEXT_LEVEL";
        }
        return answer.nextRankReached() ? "NEXT_RANK" : "NOT_YET";
    }
}
