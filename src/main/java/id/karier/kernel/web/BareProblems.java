package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Problems as bytes, for whoever answers before there is a request that the application could answer. */
@ApplicationScoped
public class BareProblems {
    private final ObjectMapper json;
    private final Ids ids;

    BareProblems(ObjectMapper json, Ids ids) {
        this.json = json;
        this.ids = ids;
    }

    /** @param requestId as the client will quote it, for its header and its body */
    public record Bare(byte[] body, String language, String requestId) {}

    /**
     * @param languages an {@code Accept-Language}, if it was read
     * @param requestId the one that the answer has already, if it has one
     */
    public Bare of(ErrorCode code, @Nullable String languages, @Nullable String requestId) {
        var locale = Languages.preferred(languages);
        var id = requestId == null ? ids.next().toString() : requestId;
        try {
            var body = json.writeValueAsBytes(Problem.of(new ProblemException(code), locale, id));
            return new Bare(body, locale.getLanguage(), id);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
