package id.karier.calculation.explain;

import org.jspecify.annotations.Nullable;

/**
 * One condition of a decision.
 *
 * @param code stable code; its sentence is {@code check.CODE} of the {@code calculation} bundle
 * @param met whether the condition holds on the day that was asked for
 * @param need what the law asks for
 * @param have what the case has; null when it is not known
 * @param clause the clause of law
 * @param text the sentence in the reader's language; empty until the edge has worded it
 */
public record Check(
        String code,
        boolean met,
        @Nullable Object need,
        @Nullable Object have,
        String clause,
        String text) {
    public static Check of(String code, boolean met, @Nullable Object need, @Nullable Object have, String clause) {
        return new Check(code, met, need, have, clause, "");
    }

    /** The same check with its sentence. */
    public Check saying(String sentence) {
        return new Check(code, met, need, have, clause, sentence);
    }
}
