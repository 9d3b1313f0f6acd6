package id.karier.kernel.web;

import org.jspecify.annotations.Nullable;

/**
 * What a write answers, before it is stored and sent.
 *
 * @param location address of what was made or started
 * @param version version of the object, for its entity tag
 */
public record Answer(
        int status,
        @Nullable Object body,
        @Nullable String location,
        @Nullable Long version) {
    public static Answer created(String location, Object body, long version) {
        return new Answer(201, body, location, version);
    }

    public static Answer ok(Object body, long version) {
        return new Answer(200, body, null, version);
    }

    public static Answer ok(Object body) {
        return new Answer(200, body, null, null);
    }

    public static Answer accepted(String location, Object body) {
        return new Answer(202, body, location, null);
    }

    public static Answer noContent() {
        return new Answer(204, null, null, null);
    }
}
