package id.karier.employee.planted;

import java.time.LocalDate;

/** Fails in January. */
public class WallClock {
    LocalDate today() {
        return LocalDate.now();
    }
}
