package id.karier.employee;

import id.karier.kernel.Caller;
import id.karier.kernel.Published;
import id.karier.kernel.access.Reach;
import id.karier.kernel.web.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Narrows lists of people, and of what is about people, to whom the caller may see. */
@Published
@ApplicationScoped
public class EmployeeReach {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Caller caller;
    private final EmployeeQueries employees;

    EmployeeReach(Caller caller, EmployeeQueries employees) {
        this.caller = caller;
        this.employees = employees;
    }

    /** The condition that a caller's reach puts on an employee {@code e} of a query, or null for none. */
    record Narrowing(String condition, List<UUID> led) {}

    @Nullable
    Narrowing narrowing() {
        return narrowing(caller.reach());
    }

    /** The condition that a given reach puts. */
    @Nullable
    Narrowing narrowing(Reach given) {
        return switch (given) {
            case NATION, AGENCY -> null;
            case TEAM -> {
                var led = employees.ledUnits(self());
                yield led.isEmpty()
                        ? new Narrowing(EmployeeQueries.IS_SELF, List.of())
                        : new Narrowing(EmployeeQueries.IS_TEAM, led);
            }
            case SELF, NONE -> new Narrowing(EmployeeQueries.IS_SELF, List.of());
        };
    }

    /** Adds the caller's reach to a list whose query calls the employee {@code e}. */
    public <T> ListQuery<T> narrow(ListQuery<T> list) {
        var narrowing = narrowing();
        if (narrowing != null) {
            list.where(narrowing.condition(), "self", self());
            if (!narrowing.led().isEmpty()) {
                list.bind("led", narrowing.led());
            }
        }
        return list;
    }

    /** HQL that selects the ids of the people within reach, with its values; null when that is everybody. */
    public record People(String select, Map<String, Object> values) {}

    /** For lists of what is about people: whom the caller may see. */
    public @Nullable People people() {
        var narrowing = narrowing();
        if (narrowing == null) {
            return null;
        }
        var values = new HashMap<String, Object>(Map.of("self", self()));
        if (!narrowing.led().isEmpty()) {
            values.put("led", narrowing.led());
        }
        return new People("select e.id from Employee e where " + narrowing.condition(), values);
    }

    /** The caller's own record; nobody's for an officer without one. */
    UUID self() {
        return Objects.requireNonNullElse(caller.employeeId(), NOBODY);
    }

    /** @throws id.karier.kernel.ProblemException 404 when the person is not within the caller's reach */
    public void requireVisible(UUID employee) {
        employees.require(employee, narrowing(), self());
    }
}
