package id.karier.integration.bulk.load;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.integration.siasn.SiasnWords;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The retirement age that a post under a statute of its own (teachers, doctors) carries, as the rules in force say. */
final class StatuteAges {
    private static final LocalDate ANY_BIRTHDAY = LocalDate.of(1970, 1, 1);

    private final Calculators calculators;
    private final Calculators.Case now;
    private final Map<String, Integer> ages = new HashMap<>();

    StatuteAges(Calculators calculators, Calculators.Case now) {
        this.calculators = calculators;
        this.now = now;
    }

    @Nullable
    Integer of(String positionName) {
        var statute = SiasnWords.shipped().statute(positionName);
        return statute == null ? null : ages.computeIfAbsent(statute, this::age);
    }

    private int age(String statute) {
        var request = new RetirementRequest(ANY_BIRTHDAY, null, null, statute, null, null);
        return calculators.retirement(request, now).retirementAge();
    }
}
