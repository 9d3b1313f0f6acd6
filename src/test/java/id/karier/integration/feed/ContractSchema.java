package id.karier.integration.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Looks members up in the schemas of the contract. */
final class ContractSchema {
    private static final JsonNode SCHEMAS = schemas();

    private ContractSchema() {}

    private static JsonNode schemas() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("target/openapi/karier.json").toFile())
                    .at("/components/schemas");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Whether a schema has a member, members of members with a dot. */
    static boolean has(String schema, String member) {
        var at = SCHEMAS.path(schema);
        for (var name : member.split("\\.", -1)) {
            at = resolved(at).path("properties").path(name);
            if (at.isMissingNode()) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode resolved(JsonNode schema) {
        for (var word : new String[] {"anyOf", "oneOf", "allOf"}) {
            for (var option : schema.path(word)) {
                if (option.has("$ref")) {
                    return resolved(option);
                }
            }
        }
        var ref = schema.path("$ref").asText();
        return ref.isEmpty() ? schema : SCHEMAS.path(ref.substring(ref.lastIndexOf('/') + 1));
    }
}
