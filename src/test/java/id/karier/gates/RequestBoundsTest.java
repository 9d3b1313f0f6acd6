package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every list, map and text that the contract takes says how long it may be: a new record without a bound fails here. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RequestBoundsTest {
    private static final long LONGEST_TEXT = 20_000;
    private static final long LONGEST_LIST = 1000;

    @Test
    void every_list_and_text_of_a_request_has_a_bound() {
        var unbounded = new TreeSet<String>();
        RequestMembers.takingJson()
                .forEach(write -> RequestMembers.of(write.operation()).forEach((pointer, schema) -> {
                    if (!pointer.isEmpty() && !isBounded(schema)) {
                        unbounded.add(write.id() + " " + pointer + " "
                                + schema.path("type").asText());
                    }
                }));
        assertThat(unbounded).isEmpty();
    }

    private static boolean isBounded(JsonNode schema) {
        if (RequestMembers.is(schema, "array")) {
            return within(schema, "maxItems", LONGEST_LIST);
        }
        if (RequestMembers.is(schema, "string")) {
            return within(schema, "maxLength", LONGEST_TEXT)
                    || Stream.of("enum", "const", "pattern", "format").anyMatch(schema::has);
        }
        return true;
    }

    private static boolean within(JsonNode schema, String bound, long most) {
        return schema.has(bound) && schema.path(bound).asLong() <= most;
    }
}
