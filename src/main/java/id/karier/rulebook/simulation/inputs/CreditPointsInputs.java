package id.karier.rulebook.simulation.inputs;

import static java.util.stream.Collectors.toMap;

import id.karier.calculation.career.CreditPointRules;
import id.karier.calculation.career.CreditPointsJson.CreditPointsAnswer;
import id.karier.calculation.career.CreditPointsJson.CreditPointsRequest;
import id.karier.rulebook.simulation.KindInputs;
import id.karier.rulebook.simulation.Result;
import id.karier.rulebook.simulation.SkipReason;
import id.karier.rulebook.simulation.inputs.RegisterQueries.Credit;
import id.karier.rulebook.simulation.inputs.RegisterQueries.Posting;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetKind;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.Rank;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the credit balance of a functional officer stands: by level and rank of the day and the credits that were decreed
 * by then. What was decreed stays, whatever a draft says of coefficients. The label is what the balance reaches.
 */
@ApplicationScoped
class CreditPointsInputs implements KindInputs {
    private static final String FUNCTIONAL = "JF_";

    private final RegisterQueries registers;

    CreditPointsInputs(RegisterQueries registers) {
        this.registers = registers;
    }

    @Override
    public RuleSetKind kind() {
        return RuleSetKind.CREDIT_POINTS;
    }

    @Override
    public Map<UUID, Question> questions(List<Person> people, LocalDate day) {
        var postings = registers.postings(people, day);
        var ranks = registers.ranks(people, day);
        var credits = registers.credits(people, day);
        return people.stream()
                .collect(toMap(
                        Person::id,
                        person -> question(
                                postings.getOrDefault(person.id(), Postings.NONE),
                                ranks.get(person.id()),
                                credits.getOrDefault(person.id(), List.of()),
                                day)));
    }

    private static Question question(
            Postings postings, @Nullable String rankCode, List<Credit> credits, LocalDate day) {
        var held = postings.held();
        if (held == null) {
            return Question.missing(SkipReason.POSITION_MISSING);
        }
        if (!held.level().name().startsWith(FUNCTIONAL)) {
            return Question.missing(SkipReason.NOT_FUNCTIONAL);
        }
        var rank = rank(rankCode);
        if (rank.isEmpty()) {
            return Question.missing(SkipReason.RANK_MISSING);
        }
        var counted = ofLevel(credits, held, postings.inLevelSince());
        if (counted.isEmpty()) {
            return Question.missing(SkipReason.CREDITS_MISSING);
        }
        boolean old = counted.stream().anyMatch(Credit::conventional);
        if (old && counted.stream().noneMatch(Credit::integration)) {
            return Question.missing(SkipReason.CREDITS_NOT_INTEGRATED);
        }
        var balance = counted.stream()
                .filter(credit -> !credit.conventional())
                .map(Credit::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var level = FunctionalLevel.valueOf(held.level().name().substring(FUNCTIONAL.length()));
        var request =
                new CreditPointsRequest(level, null, null, null, balance, null, rank.get(), null, null, day, null);
        return Question.of(rules -> result(rules, request));
    }

    /** The balance restarts with a level: credit of that level, and credit of no named level since it is held. */
    private static List<Credit> ofLevel(List<Credit> credits, Posting held, LocalDate since) {
        return credits.stream()
                .filter(credit ->
                        credit.level() == null ? !credit.startsOn().isBefore(since) : credit.level() == held.level())
                .toList();
    }

    private static Optional<Rank> rank(@Nullable String code) {
        return Arrays.stream(Rank.values())
                .filter(rank -> rank.grade().equals(code))
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
