package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.util.RequestPayload;

/** JSON that is well formed and still not taken: a value beyond its bounds, with the JSON pointer to it. */
final class RefusedJson extends StreamReadException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String code;

    /** @param code of the sentence in the kernel's own bundle */
    RefusedJson(JsonParser parser, String pointer, String code) {
        super(parser, code);
        this.pointer = pointer;
        this.code = code;
    }

    @Override
    public RefusedJson withParser(JsonParser parser) {
        return this;
    }

    @Override
    public RefusedJson withRequestPayload(RequestPayload payload) {
        return this;
    }

    String pointer() {
        return pointer;
    }

    String code() {
        return code;
    }
}
