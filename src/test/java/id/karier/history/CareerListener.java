package id.karier.history;

import id.karier.employee.EmployeeEvents.PersonLeft;
import id.karier.history.HistoryEvents.PositionTaken;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Listens to the events of people and careers as a later slice will; it can refuse what happens to a person. */
@ApplicationScoped
public class CareerListener {
    private static final Queue<PersonLeft> LEFT = new ConcurrentLinkedQueue<>();
    private static final Queue<PositionTaken> TAKEN = new ConcurrentLinkedQueue<>();
    private static final Set<UUID> REFUSED = ConcurrentHashMap.newKeySet();

    void on(@Observes PersonLeft event) {
        LEFT.add(event);
        require(event.employeeId());
    }

    void on(@Observes PositionTaken event) {
        TAKEN.add(event);
        require(event.employeeId());
    }

    private static void require(UUID person) {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException("an event outside of a transaction");
        }
        if (REFUSED.contains(person)) {
            throw new ProblemException(ErrorCode.STATE_CONFLICT);
        }
    }

    public static List<PersonLeft> left(UUID person) {
        return LEFT.stream().filter(event -> event.employeeId().equals(person)).toList();
    }

    public static List<PositionTaken> taken(UUID person) {
        return TAKEN.stream().filter(event -> event.employeeId().equals(person)).toList();
    }

    /** Runs something while whatever happens to a person is refused. */
    public static void refusing(UUID person, Runnable work) {
        REFUSED.add(person);
        try {
            work.run();
        } finally {
            REFUSED.remove(person);
        }
    }
}
