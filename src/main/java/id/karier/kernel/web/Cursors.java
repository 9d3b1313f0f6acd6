package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Opaque, signed cursors: bound to their list, filters, order, and to the agency that they were given to. */
@ApplicationScoped
public class Cursors {
    private static final int SIGNATURE = 16;
    private static final TypeReference<List<String>> VALUES = new TypeReference<>() {};

    private final Secrets secrets;
    private final ObjectMapper json;
    private final Caller caller;

    Cursors(Secrets secrets, ObjectMapper json, Caller caller) {
        this.secrets = secrets;
        this.json = json;
        this.caller = caller;
    }

    /** @param binding everything that must be the same when the cursor comes back */
    public String seal(List<String> values, String binding) {
        try {
            var payload = json.writeValueAsBytes(values);
            var sealed = Arrays.copyOf(sign(payload, binding), SIGNATURE + payload.length);
            System.arraycopy(payload, 0, sealed, SIGNATURE, payload.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws ProblemException 400 for a cursor that was forged, or given for another list, filter or order */
    public List<String> open(String cursor, String binding) {
        try {
            var sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length > SIGNATURE) {
                var payload = Arrays.copyOfRange(sealed, SIGNATURE, sealed.length);
                var signature = Arrays.copyOf(sealed, SIGNATURE);
                if (java.security.MessageDigest.isEqual(signature, sign(payload, binding))) {
                    return json.readValue(payload, VALUES);
                }
            }
        } catch (IllegalArgumentException | java.io.IOException forged) {
            throw foreign();
        }
        throw foreign();
    }

    private byte[] sign(byte[] payload, String binding) {
        var bound = (caller.tenant() + '|' + binding + '|').getBytes(StandardCharsets.UTF_8);
        var message = Arrays.copyOf(bound, bound.length + payload.length);
        System.arraycopy(payload, 0, message, bound.length, payload.length);
        return Arrays.copyOf(secrets.hmac("cursor", message), SIGNATURE);
    }

    private static ProblemException foreign() {
        return new ProblemException(ErrorCode.INVALID_CURSOR, FieldError.of("cursor", "CURSOR_FOREIGN"));
    }
}
