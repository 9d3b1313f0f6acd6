package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.MappingJsonFactory;
import id.karier.kernel.PlainText;
import java.io.DataInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Reads JSON from outside within its bounds, token by token, so that they hold for whatever is made of it: a record, a tree,
 * the body of a rule set, a row of an import.
 */
final class BoundedJsonFactory extends MappingJsonFactory {
    private static final long serialVersionUID = 1L;

    private final transient Bounds bounds;

    /**
     * How much is taken.
     *
     * @param depth objects and lists in each other
     * @param digits digits of a number, and the highest power of ten in it
     * @param text letters of a text
     * @param items members of an object, elements of a list
     * @param plain whether texts hold {@link PlainText} only; an import cleans what somebody else's system sent
     */
    record Bounds(int depth, int digits, int text, int items, boolean plain) {}

    BoundedJsonFactory(Bounds bounds) {
        this.bounds = bounds;
        setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(bounds.depth())
                .maxNumberLength(2 * bounds.digits())
                .maxStringLength(bounds.text())
                .maxNameLength(Math.min(bounds.text(), 1000))
                .build());
        configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
    }

    @Override
    public JsonFactory copy() {
        return new BoundedJsonFactory(bounds);
    }

    @Override
    protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
        return new Bounded(super._createParser(in, context));
    }

    @Override
    protected JsonParser _createParser(Reader in, IOContext context) throws IOException {
        return new Bounded(super._createParser(in, context));
    }

    @Override
    protected JsonParser _createParser(char[] data, int offset, int length, IOContext context, boolean recyclable)
            throws IOException {
        return new Bounded(super._createParser(data, offset, length, context, recyclable));
    }

    @Override
    protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) throws IOException {
        return new Bounded(super._createParser(data, offset, length, context));
    }

    @Override
    protected JsonParser _createParser(DataInput in, IOContext context) throws IOException {
        return new Bounded(super._createParser(in, context));
    }

    /** Looks at every token before anybody else does. */
    private final class Bounded extends JsonParserDelegate {
        Bounded(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            var token = super.nextToken();
            check(token);
            return token;
        }

        @Override
        public JsonToken nextValue() throws IOException {
            var token = nextToken();
            return token == JsonToken.FIELD_NAME ? nextToken() : token;
        }

        @Override
        public JsonParser skipChildren() throws IOException {
            int depth = 0;
            var token = currentToken();
            while (token != null) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth <= 0) {
                    break;
                }
                token = nextToken();
            }
            return this;
        }

        private void check(JsonToken token) throws IOException {
            if (token == null) {
                return;
            }
            var context = getParsingContext();
            switch (token) {
                case FIELD_NAME -> {
                    if (!isReadable(currentName())) {
                        throw refused(context.getParent(), "TEXT_NOT_PLAIN");
                    }
                }
                case VALUE_STRING -> {
                    if (!isReadable(getText())) {
                        throw refused(context, "TEXT_NOT_PLAIN");
                    }
                }
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    if (!isWithin(getText(), bounds.digits())) {
                        throw refused(context, "NUMBER_TOO_LONG");
                    }
                }
                default -> {}
            }
            var counted = token.isStructStart() ? context.getParent() : context;
            if (token != JsonToken.FIELD_NAME && counted != null && counted.getCurrentIndex() >= bounds.items()) {
                throw refused(counted, "TOO_MANY_ITEMS");
            }
        }

        private boolean isReadable(String text) {
            return bounds.plain() ? PlainText.isPlain(text) : PlainText.isWhole(text);
        }

        private RefusedJson refused(JsonStreamContext where, String code) {
            return new RefusedJson(
                    this, where == null ? "" : where.pathAsPointer().toString(), code);
        }
    }

    /** By its letters, because to make a number of {@code 1e999999999} is what must not be done. */
    static boolean isWithin(String number, int digits) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        var mantissa = exponent < 0 ? number : number.substring(0, exponent);
        if (mantissa.length() > digits + 2) {
            return false;
        }
        if (exponent < 0) {
            return true;
        }
        var power = number.substring(exponent + 1);
        return power.length() <= 5 && Math.abs(Integer.parseInt(power)) <= digits;
    }
}
