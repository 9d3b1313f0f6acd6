package id.karier.demo.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A government's units as its file draws them: {@code KIND | name | family weight, … | key=value, …}, deeper lines below
 * shallower ones. {@code *} marks what may stand there any number of times ({@code copies=} in the demo).
 */
final class Outline {
    private Outline() {}

    /**
     * A line.
     *
     * @param parent index of the line above it in the tree, -1 at the top
     * @param staff family → weight
     */
    record Line(
            int parent,
            UnitKind kind,
            String name,
            boolean repeats,
            Map<String, Integer> staff,
            Map<String, String> keys) {
        int weight() {
            return staff.values().stream().mapToInt(Integer::intValue).sum();
        }

        boolean isVacant() {
            return keys.containsKey("vacant");
        }

        @Nullable
        LocalDate closedOn() {
            var day = keys.get("closed");
            return day == null ? null : LocalDate.parse(day);
        }

        int copies() {
            return Integer.parseInt(keys.getOrDefault("copies", "1"));
        }
    }

    static List<Line> of(Government government) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(-1, UnitKind.GOVERNMENT, government.name(), false, Map.of(), Map.of()));
        read(government, government.outline(), lines);
        return lines;
    }

    private static void read(Government government, String file, List<Line> lines) {
        var open = new HashMap<Integer, Integer>();
        open.put(-1, 0);
        for (var text : Catalogue.lines(file)) {
            var columns = Catalogue.columns(text);
            if (columns.get(0).equals("INCLUDE")) {
                read(government, columns.get(1), lines);
                continue;
            }
            int depth = (text.length() - text.stripLeading().length()) / 2;
            var kind = columns.get(0);
            boolean repeats = kind.startsWith("*");
            var name = columns.get(1).replace("{of}", government.of()).replace("{short}", government.nickname());
            lines.add(new Line(
                    open.getOrDefault(depth - 1, 0),
                    UnitKind.of(repeats ? kind.substring(1) : kind),
                    name,
                    repeats,
                    staff(column(columns, 2)),
                    keys(column(columns, 3))));
            open.put(depth, lines.size() - 1);
        }
    }

    private static String column(List<String> columns, int index) {
        return index < columns.size() ? columns.get(index) : "";
    }

    private static Map<String, Integer> staff(String text) {
        var staff = new LinkedHashMap<String, Integer>();
        for (var part : text.split(",", -1)) {
            if (!part.isBlank()) {
                var words = part.strip().split(" ", -1);
                staff.put(words[0], Integer.valueOf(words[1]));
            }
        }
        return staff;
    }

    private static Map<String, String> keys(String text) {
        var keys = new LinkedHashMap<String, String>();
        for (var part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                keys.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            } else if (!part.isBlank()) {
                keys.put(part.strip(), "");
            }
        }
        return keys;
    }
}
