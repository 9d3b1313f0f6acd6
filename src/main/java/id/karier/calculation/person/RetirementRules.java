package id.karier.calculation.person;

import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;
import static id.karier.calculation.explain.Refusals.within;

import id.karier.calculation.explain.Step;
import id.karier.calculation.person.RetirementJson.RetirementAnswer;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.rules.Law;
import id.karier.rules.RuleSet;
import id.karier.rules.body.RetirementBody;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When a civil servant retires (UU 20/2023 art. 55, PP 11/2017 art. 239–240; DOMAIN 2.3). */
public final class RetirementRules {
    private RetirementRules() {}

    /**
     * The day on which the age is reached and the day on which retirement takes effect. Who was born on 29 February
     * reaches an age on 28 February of a common year, so that the month is the month of birth in every year.
     *
     * @param today the day for which {@code alreadyReached} is told
     */
    public static RetirementAnswer retirement(
            RuleSet<RetirementBody> rules, RetirementRequest request, LocalDate today) {
        return retirement(Law.always(rules), request, today);
    }

    /** The same; a coming day follows the law of that day, if it was enacted by the day of asking. */
    public static RetirementAnswer retirement(Law<RetirementBody> law, RetirementRequest request, LocalDate today) {
        var birthDate = required("/birthDate", request.birthDate());
        if (birthDate.isAfter(today)) {
            throw refused("/birthDate", "DATE_IN_FUTURE", birthDate, today);
        }
        var reachedOn = law.firstDay(then -> birthDate.plusYears(age(then, request)));
        var body = law.on(reachedOn).body();
        int age = age(body, request);
        var consulted = law.comingBy(reachedOn);
        var effectiveOn = reachedOn.plusMonths(body.effectiveAfterMonths()).withDayOfMonth(body.effectiveOnDay());
        boolean alreadyReached = !reachedOn.isAfter(today);
        var steps = new ArrayList<Step>();
        steps.add(Step.of("RETIREMENT_AGE", age, "source", source(request)));
        steps.add(Step.of("RETIREMENT_REACHED", reachedOn, "birthDate", birthDate, "age", age));
        steps.add(Step.of(
                "RETIREMENT_EFFECTIVE",
                effectiveOn,
                "day",
                body.effectiveOnDay(),
                "months",
                body.effectiveAfterMonths()));
        if (alreadyReached) {
            steps.add(Step.of("RETIREMENT_PASSED", true, "reachedOn", reachedOn, "asOf", today));
        }
        return new RetirementAnswer(
                reachedOn,
                effectiveOn,
                age,
                alreadyReached,
                law.now().ref(),
                consulted.isEmpty()
                        ? null
                        : consulted.stream().map(RuleSet::ref).toList(),
                List.copyOf(steps));
    }

    /** The post's own age goes before its statute's, and that before its level's. */
    private static int age(RetirementBody body, RetirementRequest request) {
        if (request.retirementAge() != null) {
            return within(
                    "/retirementAge",
                    request.retirementAge(),
                    body.plausibleAges().from().intValue(),
                    body.plausibleAges().to().intValue());
        }
        if (request.statute() != null) {
            var age = body.statutes().get(request.statute());
            if (age == null) {
                throw unknown("/statute", request.statute(), body.statutes().keySet());
            }
            return age;
        }
        var level = required("/postLevel", request.postLevel());
        return required("/postLevel", body.ages().get(level));
    }

    private static String source(RetirementRequest request) {
        if (request.retirementAge() != null) {
            return "OWN_AGE";
        }
        return request.statute() != null ? request.statute() : String.valueOf(request.postLevel());
    }
}
