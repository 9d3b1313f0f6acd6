package id.karier.kernel.web;

import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.access.ObjectReach.Narrowing;
import id.karier.kernel.access.Reach;
import id.karier.kernel.data.AgencySql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs lists, page by page, within the caller's agency and reach. A page is found by its last row's keys, so its cost does
 * not grow with its depth: the first row of the next page is never fetched twice, and none is skipped when rows are added.
 */
@ApplicationScoped
public class Lists {
    private final AgencySql sql;
    private final Cursors cursors;
    private final ObjectReach reach;
    private final Caller caller;

    Lists(AgencySql sql, Cursors cursors, ObjectReach reach, Caller caller) {
        this.sql = sql;
        this.cursors = cursors;
        this.reach = reach;
        this.caller = caller;
    }

    private record Order<T>(SortKey<T> key, boolean descending) {}

    /** @throws ProblemException 400 for a limit, sort key or cursor that is not of this list */
    public <T> Page<T> page(ListSpec<T> list, ListFilter filter, PageRequest request) {
        int limit = request.checkedLimit();
        var sort = request.sort == null || request.sort.isBlank()
                ? list.order(caller.reach() == Reach.NATION)
                : request.sort;
        var orders = orders(list, sort);
        var narrowing = narrowing(list);
        var binding = list.name() + '|' + sort + '|' + filter.binding() + '|' + narrowing.binding();
        var conditions = conditions(filter, narrowing);
        var counted = List.copyOf(conditions);
        var after = new HashMap<String, Object>();
        LocalDate carried = null;
        if (request.cursor != null) {
            var values = cursors.open(request.cursor, binding);
            carried = filter.hasDay() ? day(values.get(values.size() - 1)) : null;
            conditions.add(after(orders, filter.hasDay() ? values.subList(0, values.size() - 1) : values, after));
        }
        var values = filter.values(carried);
        values.putAll(narrowing.values());
        var paged = new HashMap<>(values);
        paged.putAll(after);
        paged.put("most", limit + 1);
        var rows = sql.rows(list.select(conditions, orderBy(orders) + " limit :most"), paged, list.reader());
        String next = null;
        if (rows.size() > limit) {
            rows = rows.subList(0, limit);
            next = cursors.seal(position(orders, rows.get(limit - 1), filter), binding);
        }
        return new Page<>(rows, next, request.total ? sql.count(list.count(counted), values) : null);
    }

    /** The one row that a filter leaves, if it is within the caller's reach: how single objects are read. */
    public <T> Optional<T> find(ListSpec<T> list, ListFilter filter) {
        var narrowing = narrowing(list);
        var values = filter.values(null);
        values.putAll(narrowing.values());
        return sql.first(list.select(conditions(filter, narrowing), ""), values, list.reader());
    }

    /** @throws ProblemException 404 when there is no such row within the caller's reach */
    public <T> T require(ListSpec<T> list, ListFilter filter) {
        return find(list, filter).orElseThrow(ProblemException::notFound);
    }

    /** Every row that a filter leaves, in the list's own order; for what is bounded by its owner. */
    public <T> List<T> all(ListSpec<T> list, ListFilter filter) {
        var narrowing = narrowing(list);
        var values = filter.values(null);
        values.putAll(narrowing.values());
        var orders = orders(list, list.order(false));
        return sql.rows(list.select(conditions(filter, narrowing), orderBy(orders)), values, list.reader());
    }

    /**
     * The rows that follow one of them, for whoever reads a whole list in one state of the database.
     *
     * @param sort the order, as {@code ?sort=} says it; null for the list's own
     * @param last the last row of the stretch before; null at the beginning
     */
    public <T> List<T> stretch(ListSpec<T> list, ListFilter filter, @Nullable String sort, @Nullable T last, int most) {
        var narrowing = narrowing(list);
        var conditions = conditions(filter, narrowing);
        var values = filter.values(null);
        values.putAll(narrowing.values());
        var orders = orders(list, sort == null ? list.order(caller.reach() == Reach.NATION) : sort);
        if (last != null) {
            conditions.add(after(orders, position(orders, last, new ListFilter()), values));
        }
        values.put("most", most);
        return sql.rows(list.select(conditions, orderBy(orders) + " limit :most"), values, list.reader());
    }

    private Narrowing narrowing(ListSpec<?> list) {
        boolean aboutPeople = list.about() != null || !list.parties().isEmpty();
        return aboutPeople ? reach.narrowing(list.kind(), list.about(), list.parties()) : Narrowing.NONE;
    }

    private static List<String> conditions(ListFilter filter, Narrowing narrowing) {
        var conditions = new ArrayList<>(filter.conditions());
        if (narrowing.condition() != null) {
            conditions.add(narrowing.condition());
        }
        return conditions;
    }

    private static <T> List<String> position(List<Order<T>> orders, T last, ListFilter filter) {
        var values = new ArrayList<String>();
        orders.forEach(order -> values.add(String.valueOf(order.key().value().apply(last))));
        if (filter.hasDay()) {
            values.add(filter.day().toString());
        }
        return values;
    }

    private static <T> List<Order<T>> orders(ListSpec<T> list, String sort) {
        var orders = new ArrayList<Order<T>>();
        for (var part : sort.split(",", -1)) {
            boolean descending = part.startsWith("-");
            var name = descending ? part.substring(1) : part;
            var key = list.keys().stream().filter(k -> k.name().equals(name)).findFirst();
            var found = key.orElseThrow(() -> unknownKey(list, name));
            // named twice it orders nothing, and would make as many statements to keep as there are addresses
            if (orders.stream().anyMatch(order -> order.key().equals(found))) {
                throw new ProblemException(ErrorCode.INVALID_PARAMETER, FieldError.of("sort", "SORT_KEY_TWICE", name));
            }
            orders.add(new Order<>(found, descending));
        }
        boolean descending = orders.get(orders.size() - 1).descending();
        orders.add(new Order<>(list.tieBreaker(), descending));
        return orders;
    }

    private static ProblemException unknownKey(ListSpec<?> list, String name) {
        return new ProblemException(
                ErrorCode.INVALID_PARAMETER,
                FieldError.of("sort", "SORT_KEY_UNKNOWN", name, String.join(", ", list.sortKeys())));
    }

    /**
     * {@code a >= :a and (a > :a or (b > :b or (b = :b and …)))}: the leading bound lets both engines enter the index
     * at one place, which neither does for a row comparison.
     */
    private static <T> String after(List<Order<T>> orders, List<String> values, Map<String, Object> bound) {
        if (values.size() != orders.size()) {
            throw foreign();
        }
        var clause = "";
        for (int i = orders.size() - 1; i >= 0; i--) {
            var order = orders.get(i);
            var name = "after" + i;
            bound.put(name, order.key().type().parse(values.get(i)));
            var expression = order.key().expression();
            var beyond = expression + (order.descending() ? " < :" : " > :") + name;
            clause = clause.isEmpty()
                    ? beyond
                    : "(" + beyond + " or (" + expression + " = :" + name + " and " + clause + "))";
        }
        var first = orders.get(0);
        return first.key().expression() + (first.descending() ? " <= :after0" : " >= :after0") + " and " + clause;
    }

    private static <T> String orderBy(List<Order<T>> orders) {
        return orders.stream()
                .map(o -> o.key().expression() + (o.descending() ? " desc" : ""))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    private static @Nullable LocalDate day(String carried) {
        try {
            return LocalDate.parse(carried);
        } catch (DateTimeParseException foreign) {
            throw foreign();
        }
    }

    private static ProblemException foreign() {
        return new ProblemException(ErrorCode.INVALID_CURSOR, FieldError.of("cursor", "CURSOR_FOREIGN"));
    }
}
