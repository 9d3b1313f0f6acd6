package id.karier.integration.bulk.format;

/** What looks empty: also the spaces that do not break, which are no white space to the language. */
public final class Blank {
    private Blank() {}

    /** Whether nobody sees anything in a text. */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\u200b' && c != '\ufeff') {
                return false;
            }
        }
        return true;
    }
}
