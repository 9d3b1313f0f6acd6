package id.karier.employee;

import id.karier.employee.EmployeeJson.Filter;
import id.karier.employee.EmployeeJson.Summary;
import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.access.OwnRecord;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other slices ask about a person before they show or write what is about her. */
@Published
@ApplicationScoped
public class EmployeeDirectory {
    private final EmployeeQueries employees;
    private final ObjectReach reach;
    private final OwnRecord own;
    private final Caller caller;

    EmployeeDirectory(EmployeeQueries employees, ObjectReach reach, OwnRecord own, Caller caller) {
        this.employees = employees;
        this.reach = reach;
        this.own = own;
        this.caller = caller;
    }

    /**
     * A person.
     *
     * @param firstAppointmentOn no rank, position, penalty or credit is older
     * @param unitId her unit of today
     */
    public record Facts(
            UUID id,
            String agency,
            String identityNumber,
            EmployeeKind kind,
            EmployeeStatus status,
            LocalDate birthDate,
            Sex sex,
            LocalDate firstAppointmentOn,
            @Nullable UUID unitId) {}

    /**
     * SQL that selects the people in the service of an agency today, over {@code :agency}: {@code id}, {@code unit_id},
     * {@code position_id} and {@code position_level}. For counting groups: it does not look at the caller's reach.
     */
    public static String inService() {
        return EmployeeQueries.IN_SERVICE;
    }

    /** @throws ProblemException 404 unless the person is within the caller's reach */
    public Facts require(UUID id) {
        return employees.require(id);
    }

    /**
     * The person, with the row locked until the transaction ends: whoever writes about one person follows the other, and
     * sees what the other has written.
     *
     * @param kind of the objects that are about to be written
     * @throws ProblemException 404 unless the person is of the caller's agency and within the caller's reach, 403 when she
     *     is the caller, and the kind does not let her write about herself
     */
    public Facts lock(ObjectKind kind, UUID id) {
        own.requireOther(kind, id);
        employees.hold(id);
        return require(id);
    }

    /** @throws ProblemException 400 for a value that is on no list, and a window that ends before it begins */
    public void check(Filter filter) {
        employees.narrowed(filter, "");
    }

    /**
     * The people within the caller's reach whom a filter leaves and who follow one of them, for whoever reads all of them in
     * one state of the database.
     *
     * @param last the last of the stretch before; null at the beginning
     */
    public List<Summary> stretch(Filter filter, @Nullable Summary last, int most) {
        return employees.stretch(filter, last, most);
    }

    /** Whether the caller, who sees a person, may also read what belongs to another resource of that person. */
    public boolean mayRead(Resource resource, Facts person) {
        var given = AccessTable.reach(caller.identity(), resource, Action.READ);
        if (given == Reach.AGENCY) {
            return person.agency().equals(caller.agency());
        }
        // whom she sees by her team need not be looked for in it again
        return (given == Reach.TEAM && caller.reach() == Reach.TEAM) || reach.holds(given, person.id(), List.of());
    }

    /** The identity numbers that people bear on a day; no entry for who bears none. */
    public Map<UUID, String> numbersOn(Collection<UUID> people, LocalDate day) {
        return people.isEmpty() ? Map.of() : employees.numbersOn(people, day);
    }

    /** As what the person served on a day, by the identity number of that day; of today when none tells. */
    public EmployeeKind kindOn(Facts person, LocalDate day) {
        return employees.kindOn(person.id(), day).orElse(person.kind());
    }
}
