package id.karier.history.entry;

import java.time.LocalDate;

/**
 * The days of a person between which her histories lie, and the agency's today.
 *
 * @param employableFrom the first day on which the law lets her be appointed
 * @param serviceUntil the last day on which anybody of her age serves
 */
record PersonDates(
        LocalDate birthDate,
        LocalDate firstAppointmentOn,
        LocalDate employableFrom,
        LocalDate serviceUntil,
        LocalDate today) {
    /** A decree about a career is signed at most a year before it takes effect, as an entry lies at most a year ahead. */
    LocalDate decreesFrom() {
        var first = firstAppointmentOn.minusYears(1);
        return first.isBefore(employableFrom) ? first : employableFrom;
    }
}
