package id.karier.integration.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.testing.TestAgency;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The change feed, read in small pages as a device reads it. */
final class Feed {
    private static final int PAGE = 7;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    final List<Map<String, Object>> items;
    final long end;

    private Feed(List<Map<String, Object>> items, long end) {
        this.items = items;
        this.end = end;
    }

    /** All that has been committed after a position, once the sequencer has placed it. */
    static Feed after(long position, TestAgency agency, Supplier<RequestSpecification> reader) {
        agency.awaitSequencing();
        var items = new ArrayList<Map<String, Object>>();
        long last = position;
        boolean more = true;
        while (more) {
            var page = reader.get()
                    .queryParam("after", last)
                    .queryParam("limit", PAGE)
                    .get("/api/v1/changes")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            last = page.getLong("last");
            more = page.getBoolean("more");
        }
        return new Feed(items, last);
    }

    /** Each change in a line: kind, action, and every member, by name, with its values before and after. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var item : items) {
            var line = new StringBuilder(item.get("objectType") + " " + item.get("action"));
            new TreeMap<>(fields(item))
                    .forEach((name, difference) -> line.append(' ')
                            .append(name)
                            .append('=')
                            .append(difference.get("before"))
                            .append("→")
                            .append(difference.get("after")));
            lines.add(line.toString());
        }
        return lines;
    }

    /**
     * The objects that a device holds at the end, as lines, ids replaced by what they stand for.
     *
     * @param apart members that are not compared
     */
    TreeSet<String> objects(TestAgency agency, List<String> apart) {
        var states = new LinkedHashMap<String, Map<String, Object>>();
        var kinds = new LinkedHashMap<String, String>();
        for (var item : items) {
            var id = (String) item.get("objectId");
            if (item.get("action").equals("CREATED")) {
                assertThat(states).as("created once: %s", item).doesNotContainKey(id);
                var about = item.get("employeeId");
                kinds.put(id, item.get("objectType") + (about == null ? "" : " of " + about));
                states.put(id, new TreeMap<>());
            }
            var state = states.get(id);
            assertThat(state).as("created before: %s", item).isNotNull();
            fields(item).forEach((name, difference) -> {
                assertThat(difference.get("before"))
                        .as("%s before %s", name, item)
                        .isEqualTo(state.get(name));
                state.put(name, difference.get("after"));
            });
        }
        var names = new LinkedHashMap<String, String>();
        states.forEach((id, state) -> names.put(id, kinds.get(id).replaceAll(" of .*", "") + said(state, apart)));
        var objects = new TreeSet<String>();
        states.forEach((id, state) -> {
            var line = kinds.get(id) + " {" + said(state, apart) + "}";
            var named = ID.matcher(line)
                    .replaceAll(found -> "<"
                            + ID.matcher(names.getOrDefault(found.group(), "?")).replaceAll("#") + ">");
            assertThat(objects.add(named.replace(agency.code, "@")))
                    .as("told apart: %s", named)
                    .isTrue();
        });
        return objects;
    }

    private static String said(Map<String, Object> state, List<String> apart) {
        var said = new StringBuilder();
        state.forEach((name, value) -> {
            if (value != null && !apart.contains(name)) {
                var plain = value instanceof Number number
                        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                        : value.toString();
                said.append(' ').append(name).append('=').append(plain);
            }
        });
        return said.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> fields(Map<String, Object> item) {
        return (Map<String, Map<String, Object>>) item.get("fields");
    }
}
