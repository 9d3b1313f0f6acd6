package id.karier.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;

/** Settings, outcomes and orderers as the job tables hold them. */
@ApplicationScoped
class StoredJson {
    private final ObjectMapper json;

    /** A node reads what a newer one wrote, too: members that it does not know are passed over. */
    private final ObjectReader reader;

    StoredJson(ObjectMapper json) {
        this.json = json;
        this.reader = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    <T> T read(String stored, Class<T> type) {
        try {
            return reader.forType(type).readValue(stored);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a job has unreadable " + type.getSimpleName(), damaged);
        }
    }
}
