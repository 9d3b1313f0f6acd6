package id.karier.calculation.explain;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.PlainText;
import id.karier.kernel.ProblemException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses input that no rule can take (422), with the JSON pointer of what is wrong. */
public final class Refusals {
    /** What was sent is repeated no further than this. */
    private static final int LONGEST_ECHO = 40;

    private Refusals() {}

    /** The refusal of one member; throw it. */
    public static ProblemException refused(String pointer, String code, Object... figures) {
        var error = FieldError.in(
                "calculation",
                pointer,
                code,
                Arrays.stream(figures).map(String::valueOf).toArray());
        return new ProblemException(ErrorCode.RULE_INPUT_INVALID, error);
    }

    /** The refusal of a code that is none of those to choose from; throw it. */
    public static ProblemException unknown(String pointer, @Nullable Object code, Collection<?> choices) {
        var given = String.valueOf(code);
        return refused(
                pointer,
                "CODE_UNKNOWN",
                PlainText.shortened(given, LONGEST_ECHO),
                choices.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** A member that the rules cannot do without. */
    public static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw refused(pointer, "MEMBER_REQUIRED");
        }
        return value;
    }

    /** A whole number from a lowest to a highest one, both included. */
    public static int within(String pointer, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw refused(pointer, "NUMBER_OUT_OF_RANGE", lowest, highest, value);
        }
        return value;
    }

    /** A score from a lowest to a highest one, both included. */
    public static BigDecimal within(String pointer, BigDecimal value, BigDecimal lowest, BigDecimal highest) {
        if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
            throw refused(
                    pointer,
                    "NUMBER_OUT_OF_RANGE",
                    lowest.toPlainString(),
                    highest.toPlainString(),
                    value.toPlainString());
        }
        return value;
    }

    /** A count or score that is not negative. */
    public static BigDecimal notNegative(String pointer, BigDecimal value) {
        if (value.signum() < 0) {
            throw refused(pointer, "NUMBER_NEGATIVE", value.toPlainString());
        }
        return value;
    }
}
