package id.karier.employee;

import id.karier.kernel.Caller;
import id.karier.kernel.Published;
import id.karier.kernel.access.Reach;
import id.karier.kernel.web.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
        return switch (caller.reach()) {
            case NATION, AGENCY -> null;
            case TEAM -> {
                var led = employees.ledUnits(self());
                yield led.isEmpty() ? new Narrowing(EmployeeQueries.IS_SELF, List.of()) : new Narrowing(EmployeeQueries.IS_TEAM, led);
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

    /** The caller's own record; nobody's for an officer without one. */
    UUID self() {
        return Objects.requireNonNullElse(caller.employeeId(), NOBODY);
    }

    /** @throws id.karier.kernel.ProblemException 404 when the person is not within the caller's reach */
    public void requireVisible(UUID employee) {
        employees.require(employee, narrowing(), self());
    }

    /** Whether the caller sees a person only because it is herself. */
    public boolean isSelf(UUID employee) {
        return employee.equals(caller.employeeId()) && caller.reach() == Reach.SELF;
    }
}
