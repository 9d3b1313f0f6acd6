package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A keyset page over HQL: the cost of a page does not grow with its depth. Fragments are constants of the code, values
 * are always bound. The first row of the next page is never fetched twice, and none is skipped when rows are added.
 *
 * @param <T> the row, projected straight into a record
 */
public final class ListQuery<T> {
    private final Class<T> row;
    private final String select;
    private final String from;
    private final List<SortKey<T>> keys;
    private final SortKey<T> tieBreaker;
    private final String defaultSort;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private record Order<T>(SortKey<T> key, boolean descending) {}

    /**
     * @param select {@code select new …View(…)}
     * @param from {@code from Employee e left join …}, without a where
     * @param keys what the list may be sorted by
     * @param tieBreaker the unique last key, ascending
     * @param defaultSort as {@code ?sort=} would say it
     */
    public ListQuery(
            Class<T> row,
            String select,
            String from,
            List<SortKey<T>> keys,
            SortKey<T> tieBreaker,
            String defaultSort) {
        this.row = row;
        this.select = select;
        this.from = from;
        this.keys = List.copyOf(keys);
        this.tieBreaker = tieBreaker;
        this.defaultSort = defaultSort;
    }

    /** A condition without a value. */
    public ListQuery<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** A condition with one bound value; left out when the value is null. */
    public ListQuery<T> where(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** A further value of a condition that has several. */
    public ListQuery<T> bind(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /**
     * @param list a name for the list, which binds its cursors
     * @throws ProblemException 400 for a limit, sort key or cursor that is not of this list
     */
    public Page<T> page(EntityManager entities, Cursors cursors, String list, PageRequest request) {
        int limit = request.checkedLimit();
        var sort = request.sort == null || request.sort.isBlank() ? defaultSort : request.sort;
        var orders = orders(sort);
        var binding = list + '|' + sort + '|' + conditions + '|' + parameters;
        var bound = new LinkedHashMap<>(parameters);
        var where = new ArrayList<>(conditions);
        if (request.cursor != null) {
            where.add(after(orders, cursors.open(request.cursor, binding), bound));
        }
        var rows = bound(entities.createQuery(select + ' ' + from + where(where) + orderBy(orders), row), bound)
                .setMaxResults(limit + 1)
                .getResultList();
        String next = null;
        if (rows.size() > limit) {
            rows = rows.subList(0, limit);
            var last = rows.get(limit - 1);
            next = cursors.seal(
                    orders.stream()
                            .map(o -> String.valueOf(o.key().value().apply(last)))
                            .toList(),
                    binding);
        }
        return new Page<>(rows, next, request.total ? total(entities) : null);
    }

    private long total(EntityManager entities) {
        return bound(
                        entities.createQuery(
                                "select count(" + tieBreaker.expression() + ") " + from + where(conditions),
                                Long.class),
                        parameters)
                .getSingleResult();
    }

    private List<Order<T>> orders(String sort) {
        var orders = new ArrayList<Order<T>>();
        for (var part : sort.split(",", -1)) {
            boolean descending = part.startsWith("-");
            var name = descending ? part.substring(1) : part;
            var key = keys.stream().filter(k -> k.name().equals(name)).findFirst();
            orders.add(new Order<>(key.orElseThrow(() -> unknownKey(name)), descending));
        }
        boolean descending = orders.get(orders.size() - 1).descending();
        orders.add(new Order<>(tieBreaker, descending));
        return orders;
    }

    private ProblemException unknownKey(String name) {
        var known = keys.stream().map(SortKey::name).collect(Collectors.joining(", "));
        return new ProblemException(
                ErrorCode.INVALID_PARAMETER, FieldError.of("sort", "SORT_KEY_UNKNOWN", name, known));
    }

    /**
     * {@code a >= :a and (a > :a or (b > :b or (b = :b and …)))}: the leading bound lets both engines enter the index
     * at one place, which neither does for a row comparison.
     */
    private String after(List<Order<T>> orders, List<String> values, Map<String, Object> bound) {
        if (values.size() != orders.size()) {
            throw new ProblemException(ErrorCode.INVALID_CURSOR, FieldError.of("cursor", "CURSOR_FOREIGN"));
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

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(") and (", " where (", ")"));
    }

    private String orderBy(List<Order<T>> orders) {
        return orders.stream()
                .map(o -> o.key().expression() + (o.descending() ? " desc" : ""))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    private static <R> TypedQuery<R> bound(TypedQuery<R> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
