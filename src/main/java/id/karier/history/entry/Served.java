package id.karier.history.entry;

import java.time.LocalDate;

/** What only somebody in service begins: a rank, a penalty, a credit, a training. */
interface Served {
    /**
     * Since when an entry is true.
     *
     * @param pointer the member that says so
     * @param mayEndService whether it may begin on the very day on which the person leaves
     */
    record Beginning(String pointer, LocalDate on, boolean mayEndService) {}

    Beginning beginning();
}
