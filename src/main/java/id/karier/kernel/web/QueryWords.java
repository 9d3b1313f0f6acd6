package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query parameter that takes several words, separated by commas. */
public final class QueryWords {
    private QueryWords() {}

    /**
     * The words as they were sent, none for no parameter; whether each is known is the caller's to say.
     *
     * @throws ProblemException 400 for a word that comes twice
     */
    public static List<String> of(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return List.of();
        }
        var words = List.of(value.split(",", -1));
        var seen = new HashSet<String>();
        for (var word : words) {
            if (!seen.add(word)) {
                throw new ProblemException(
                        ErrorCode.INVALID_PARAMETER, FieldError.of(parameter, "PARAMETER_WORD_TWICE", word));
            }
        }
        return words;
    }
}
