package id.karier.employee.planted;

import java.util.Date;

/** A date that is an instant that is a date. */
public record OldDate(Date on) {}
