/**
 * The dated histories of a career, and what they come to on a day.
 *
 * <p>Words: an <i>entry</i> is one row of a history (a rank, a position, an education, a training, an award, a penalty, a
 * credit, a legal standing), with the decree behind it; a position is held <i>definitively</i> or <i>acting</i> (Plt, Plh); the <i>current
 * state</i> of a person is what her histories say of today, repeated in the columns of {@code employees} so that a list
 * reads one table; the <i>timeline</i> is what they say of any day.
 *
 * <p>Tables: {@code employee_ranks}, {@code employee_positions}, {@code employee_educations}, {@code employee_trainings},
 * {@code employee_awards}, {@code employee_disciplines}, {@code employee_credits}, {@code employee_statuses}, and the
 * columns of the current state in {@code employees}. Stands on employee and organisation, whose units, positions and placements it reads in SQL. Shows its
 * neighbours {@link id.karier.history.CareerDirectory}, which answers what somebody was on a day,
 * {@link id.karier.history.CurrentStates} and {@link id.karier.history.HistoryEvents}. Entries and their endpoints are in
 * {@code history.entry}, the timeline in {@code history.timeline}; what all three make of the entries is in
 * {@link id.karier.history.CareerRules}.
 */
@NullMarked
package id.karier.history;

import org.jspecify.annotations.NullMarked;
