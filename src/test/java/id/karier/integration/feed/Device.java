package id.karier.integration.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Keeps what the feed tells it, as an app would: object by object, and nothing else. */
final class Device {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    final String name;
    final Supplier<RequestSpecification> asker;
    private final int limit;

    /** Type and id of an object → its members. */
    private final Map<String, Map<String, Object>> objects = new TreeMap<>();

    private long last;
    private String view;

    /** How often it was told to begin anew. */
    int resets;

    Device(String name, int limit, Supplier<RequestSpecification> asker) {
        this.name = name;
        this.limit = limit;
        this.asker = asker;
    }

    /** Reads the feed to its end. */
    void follow() {
        boolean more = true;
        while (more) {
            var request = asker.get().queryParam("limit", limit).queryParam("after", last);
            var answer = (view == null ? request : request.queryParam("view", view)).get("/api/v1/changes");
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            var page = body(answer);
            view = (String) page.get("view");
            if (Boolean.TRUE.equals(page.get("reset"))) {
                resets++;
                objects.clear();
            }
            items(page).forEach(this::apply);
            last = ((Number) page.get("last")).longValue();
            more = Boolean.TRUE.equals(page.get("more"));
        }
    }

    /** An answer as a map; REST Assured's own reader compiles a script for each expression. */
    static Map<String, Object> body(Response answer) {
        try {
            return JSON.readValue(answer.asByteArray(), OBJECT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }

    @SuppressWarnings("unchecked")
    private void apply(Map<String, Object> change) {
        var key = change.get("objectType") + " " + change.get("objectId");
        var fields = (Map<String, Map<String, Object>>) change.get("fields");
        switch (String.valueOf(change.get("action"))) {
            case "DELETED" -> objects.remove(key);
            case "CREATED" -> {
                objects.put(key, new LinkedHashMap<>());
                fields.forEach((member, difference) -> set(key, member, difference.get("after")));
            }
            default -> fields.forEach((member, difference) -> set(key, member, difference.get("after")));
        }
    }

    private void set(String key, String member, Object value) {
        var members = objects.computeIfAbsent(key, k -> new LinkedHashMap<>());
        if (value == null || Boolean.FALSE.equals(value)) {
            members.remove(member);
        } else {
            members.put(member, comparable(value));
        }
    }

    /** Numbers by their value; a flag that is not set is as good as none. */
    static Object comparable(Object value) {
        return value instanceof Number number ? number.doubleValue() : String.valueOf(value);
    }

    Map<String, Map<String, Object>> objects(Iterable<String> types) {
        var some = new TreeMap<String, Map<String, Object>>();
        for (var type : types) {
            objects.forEach((key, members) -> {
                if (key.startsWith(type + " ")) {
                    some.put(key, new TreeMap<>(members));
                }
            });
        }
        return some;
    }
}
