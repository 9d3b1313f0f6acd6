package id.karier.history.entry;

import java.time.LocalDate;

/** The days of a person between which her histories lie, and the agency's today. */
record PersonDates(LocalDate birthDate, LocalDate firstAppointmentOn, LocalDate today) {}
