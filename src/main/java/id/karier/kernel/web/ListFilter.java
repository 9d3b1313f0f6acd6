package id.karier.kernel.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one request asks of a list: conditions in SQL, constants of the code, with bound values. Cursors are bound to the
 * names and values, not to the wording.
 */
public final class ListFilter {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> bound = new TreeMap<>();
    private @Nullable String dayName;
    private @Nullable LocalDate day;

    /** A condition with one bound value; left out when the value is null. */
    public ListFilter where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
            bound.put(name, text(value));
        }
        return this;
    }

    /** A further value of a condition that has several. */
    public ListFilter bind(String name, Object value) {
        values.put(name, value);
        bound.put(name, text(value));
        return this;
    }

    /** A condition without a value, when it is asked for. */
    public ListFilter when(boolean asked, String name, String condition) {
        if (asked) {
            conditions.add(condition);
            bound.put(name, "true");
        }
        return this;
    }

    /**
     * A condition on a day. A cursor carries the day on which its list began, so that the pages of one list are of one day
     * also after midnight.
     *
     * @param asked the day that the client asks for, null for today
     */
    public ListFilter on(String condition, String name, @Nullable LocalDate asked, LocalDate today) {
        conditions.add(condition);
        dayName = name;
        day = asked == null ? today : asked;
        bound.put(name, asked == null ? "today" : asked.toString());
        return this;
    }

    /** The day of the list, which a further condition may name. */
    public LocalDate day() {
        if (day == null) {
            throw new IllegalStateException("the list has no day");
        }
        return day;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }

    List<String> conditions() {
        return List.copyOf(conditions);
    }

    /** The values by name, with the day that a cursor carried, if it did. */
    Map<String, Object> values(@Nullable LocalDate carried) {
        var all = new HashMap<>(values);
        if (dayName != null && day != null) {
            day = carried == null ? day : carried;
            all.put(dayName, day);
        }
        return all;
    }

    boolean hasDay() {
        return dayName != null;
    }

    String binding() {
        return bound.toString();
    }
}
