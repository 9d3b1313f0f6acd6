package id.karier.integration.bulk.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON documents one at a time: each line of NDJSON, or the whole of a file. */
public final class Documents implements AutoCloseable {
    private final BufferedReader reader;
    private final ObjectReader json;
    private final boolean byLine;
    private final int longest;
    private long line;
    private boolean ended;

    /**
     * @param byLine whether each line is a document, or the whole is one
     * @param longest characters of a document, which is held in memory
     */
    public Documents(InputStream in, ObjectReader json, boolean byLine, int longest) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        this.json = json.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.byLine = byLine;
        this.longest = longest;
    }

    /**
     * One document.
     *
     * @param line its line
     * @param tree null when it is no JSON, or too long
     */
    public record Document(long line, @Nullable JsonNode tree) {}

    /** The next document that is not blank, or null at the end. */
    @Nullable
    public Document next() {
        while (!ended) {
            var text = text();
            line++;
            if (text == null) {
                return new Document(line, null);
            }
            if (!text.isBlank()) {
                return new Document(line, tree(text));
            }
        }
        return null;
    }

    private @Nullable JsonNode tree(String text) {
        try {
            return parse(json, text);
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }

    /** @throws JacksonException where the text is no JSON, or more than one document */
    public static JsonNode parse(ObjectReader json, String text) throws JsonProcessingException {
        return json.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    /** Up to the end of the line, or of the file; null for more than may be held in memory. */
    private @Nullable String text() {
        var text = new StringBuilder();
        boolean tooLong = false;
        try {
            for (int c = reader.read(); ; c = reader.read()) {
                if (c < 0) {
                    ended = true;
                    break;
                }
                if (c == '\n' && byLine) {
                    break;
                }
                tooLong |= text.length() >= longest;
                if (!tooLong) {
                    text.append((char) c);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return tooLong ? null : text.toString();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
