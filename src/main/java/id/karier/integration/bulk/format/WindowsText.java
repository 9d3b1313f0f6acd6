package id.karier.integration.bulk.format;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text as Windows keeps it where nobody asks for UTF-8. It is taken only when it can be told: every sign beyond ASCII is a
 * quotation mark, a dash, a hard space and the like, or a Western letter beside a plain one. Old Macs and DOS put other
 * letters in these places.
 */
public final class WindowsText {
    /** Its name as programs write it. */
    public static final String NAME = "windows-1252";

    private static final Charset WINDOWS = Charset.forName(NAME);

    /** Ellipsis, quotation marks, bullet, dashes, hard space, degree, middle dot. */
    private static final String SIGNS = "\u2026\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u00a0\u00b0\u00b7";

    private WindowsText() {}

    /**
     * Writes the text as UTF-8.
     *
     * @return whether it can be told that it is Windows' text; else what was written is worth nothing
     */
    public static boolean toUtf8(Path from, Path to) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(from));
                var out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            return copy(in, out);
        }
    }

    private static boolean copy(InputStream in, BufferedWriter out) throws IOException {
        var one = new byte[1];
        char before = ' ';
        boolean waits = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            one[0] = (byte) next;
            char c = next < 128
                    ? (char) next
                    : WINDOWS.decode(java.nio.ByteBuffer.wrap(one)).charAt(0);
            boolean isLetter = isPlainLetter(c);
            if (waits && !isLetter) {
                return false;
            }
            waits = false;
            if (next >= 128 && SIGNS.indexOf(c) < 0) {
                if (!isWesternLetter(c)) {
                    return false;
                }
                boolean fits = isPlainLetter(before) && (Character.isLowerCase(c) || Character.isUpperCase(before));
                // at the beginning of a word the letter behind it has to bear it out
                waits = !fits;
                if (waits && isPlainLetter(before)) {
                    return false;
                }
            }
            out.append(c);
            before = c;
        }
        return !waits;
    }

    private static boolean isPlainLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isWesternLetter(char c) {
        return c >= '\u00c0' && c <= '\u00ff' && c != '\u00d7' && c != '\u00f7';
    }
}
