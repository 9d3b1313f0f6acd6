package id.karier.kernel;

import java.text.Normalizer;

/**
 * What a text from outside may hold, in one place: letters, digits, signs and spaces that a reader sees as they are. Control
 * characters, marks without width, marks that turn the direction of writing and halves of a character are refused, because
 * two texts that look the same must be the same.
 */
public final class PlainText {
    private static final char UNBREAKABLE_SPACE = 0xA0;

    private PlainText() {}

    /** Whether every character of a text may be there. */
    public static boolean isPlain(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                continue;
            }
            int point = Character.codePointAt(text, i);
            if (!isPlain(point)) {
                return false;
            }
            i += Character.charCount(point) - 1;
        }
        return true;
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // the joiner and the fillers have no width, the others are no characters at all
            default ->
                point != 0x034F
                        && point != 0x115F
                        && point != 0x1160
                        && point != 0x3164
                        && point != 0xFFA0
                        && (point & 0xFFFE) != 0xFFFE;
        };
    }

    /** Whether a text can be stored at all: no half of a character, and no end of a text in it. */
    public static boolean isWhole(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isSupplementaryCodePoint(Character.codePointAt(text, i))) {
                    i++;
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * What is left of a text that somebody else's system sent, which nobody here can type again: without what nobody sees,
     * a space for each line break and tabulator.
     */
    public static String cleaned(String text) {
        if (isPlain(text)) {
            return tidy(text);
        }
        var kept = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isPlain(point)) {
                kept.appendCodePoint(point);
            } else if (Character.isWhitespace(point)) {
                kept.append(' ');
            }
        });
        return tidy(kept.toString());
    }

    /** Whether a text is of printable ASCII alone, as codes are. */
    public static boolean isAscii(CharSequence text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /** The text without spaces around it, each letter with its marks composed to one. */
    public static String tidy(String text) {
        return Normalizer.normalize(text.replace(UNBREAKABLE_SPACE, ' '), Normalizer.Form.NFC)
                .strip();
    }

    /** The beginning of a text, no longer than so many characters, none of them cut in two. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
