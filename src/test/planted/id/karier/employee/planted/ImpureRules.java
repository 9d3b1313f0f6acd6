package id.karier.employee.planted;

import java.time.Clock;
import java.time.LocalDate;

/** Rules whose answer depends on the day they are asked. */
public class ImpureRules {
    static boolean retired(LocalDate on, Clock clock) {
        return on.isBefore(LocalDate.now(clock));
    }
}
