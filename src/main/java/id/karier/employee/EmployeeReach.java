package id.karier.employee;

import id.karier.kernel.Caller;
import id.karier.kernel.Published;
import id.karier.kernel.access.Reach;
import id.karier.kernel.web.ListQuery;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.UnitDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Narrows lists of people, and of what is about people, to whom the caller may see. */
@Published
@ApplicationScoped
public class EmployeeReach {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Caller caller;
    private final EmployeeQueries employees;
    private final UnitDirectory units;
    private final AgencyDirectory agencies;

    EmployeeReach(Caller caller, EmployeeQueries employees, UnitDirectory units, AgencyDirectory agencies) {
        this.caller = caller;
        this.employees = employees;
        this.units = units;
        this.agencies = agencies;
    }

    /** The condition that a caller's reach puts on an employee {@code e} of a query, or null for none. */
    record Narrowing(String condition, Set<UUID> led) {}

    @Nullable
    Narrowing narrowing() {
        return switch (caller.reach()) {
            case NATION, AGENCY -> null;
            case TEAM -> team();
            case SELF, NONE -> new Narrowing(EmployeeQueries.IS_SELF, Set.of());
        };
    }

    private Narrowing team() {
        var led = units.ledBy(self(), agencies.today(caller.agency()));
        return new Narrowing(led.isEmpty() ? EmployeeQueries.IS_SELF : EmployeeQueries.IS_TEAM, led);
    }

    /** Whether the caller's own reach holds a person of her agency, or of the nation, who was read without it. */
    boolean holds(EmployeeDirectory.Facts person) {
        var narrowing = narrowing();
        return narrowing == null
                || person.id().equals(self())
                || (!narrowing.led().isEmpty()
                        && employees.facts(person.id(), narrowing, self()).isPresent());
    }

    /** Whether a reach holds a person whom the caller sees by the reach that she came with. */
    boolean covers(Reach given, EmployeeDirectory.Facts person) {
        return switch (given) {
            case NONE -> false;
            case SELF -> person.id().equals(self());
            case TEAM ->
                caller.reach() == Reach.TEAM
                        || employees.facts(person.id(), team(), self()).isPresent();
            case AGENCY -> person.agency().equals(caller.agency());
            case NATION -> true;
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
