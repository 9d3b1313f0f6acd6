package id.karier.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types into a search box, in one place for every list. Texts are kept as they are typed; here they are
 * compared: the apostrophes of keyboards, word processors and transliterations are one, and signs alone find nobody.
 */
public final class SearchText {
    /** Straight, curly, of the modifier letters, the marks that stand for them, and the wide one. */
    private static final String APOSTROPHES =
            "'\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032\u00b4`\uff07\ua78c";

    private static final Pattern APOSTROPHES_AT_END = Pattern.compile("[" + APOSTROPHES + "\\s]+$");

    private SearchText() {}

    /** The text as those write it who leave apostrophes out. */
    public static String withoutApostrophes(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isApostrophe(text.charAt(i))) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static boolean isApostrophe(char letter) {
        return APOSTROPHES.indexOf(letter) >= 0;
    }

    /** Whether a text holds no letter and no digit, so that nothing can be found by it. */
    public static boolean isSignsOnly(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /**
     * The pattern of texts that begin as somebody typed, for {@code like :name escape '!'}; null when nothing was typed. An
     * apostrophe stands for any one sign, so that it finds the others, and at the end for nothing: it was typed by mistake, or
     * the rest is to come; signs alone find nothing.
     */
    public static @Nullable String prefix(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (isSignsOnly(typed)) {
            return "";
        }
        var pattern = new StringBuilder();
        for (char letter :
                APOSTROPHES_AT_END.matcher(typed.strip()).replaceFirst("").toCharArray()) {
            if (letter == '!' || letter == '%' || letter == '_') {
                pattern.append('!').append(letter);
            } else {
                pattern.append(isApostrophe(letter) ? '_' : letter);
            }
        }
        return pattern.append('%').toString();
    }
}
