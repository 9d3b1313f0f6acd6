package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where the next page of a list begins. Sealed, because a cursor holds values of a row and travels in addresses; bound to its
 * list, filter and order, and to the agency that it was given to.
 */
@ApplicationScoped
public class Cursors {
    private static final TypeReference<List<String>> VALUES = new TypeReference<>() {};
    private static final UUID NO_ROW = new UUID(0, 0);

    private final FieldCipher cipher;
    private final ObjectMapper json;
    private final Caller caller;

    Cursors(FieldCipher cipher, ObjectMapper json, Caller caller) {
        this.cipher = cipher;
        this.json = json;
        this.caller = caller;
    }

    /** @param binding everything that must be the same when the cursor comes back */
    public String seal(List<String> values, String binding) {
        try {
            var sealed = cipher.sealBytes(place(binding), NO_ROW, json.writeValueAsBytes(values));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws ProblemException 400 for a cursor that was forged, or given for another list, filter or order */
    public List<String> open(String cursor, String binding) {
        try {
            var sealed = Base64.getUrlDecoder().decode(cursor);
            return json.readValue(cipher.openBytes(place(binding), NO_ROW, sealed), VALUES);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | IOException forged) {
            throw new ProblemException(ErrorCode.INVALID_CURSOR, FieldError.of("cursor", "CURSOR_FOREIGN"));
        }
    }

    private String place(String binding) {
        return "cursor|" + caller.tenant() + '|' + binding;
    }
}
