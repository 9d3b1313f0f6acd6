package id.karier.calculation.explain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What every request to a calculator may name: a day, and a rule set. */
public interface CalculationRequest {
    /** The day whose law applies, and on which a decision is asked for; null for today. */
    @Nullable
    LocalDate asOf();

    /** A rule set by its version, whatever its dates; null for the one in force on the day. */
    @Nullable
    String ruleSet();
}
