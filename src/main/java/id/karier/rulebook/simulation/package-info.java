/**
 * What a draft rule set would change: every person of an agency is weighed by the version in force and by the draft, and
 * the differences are counted and kept.
 *
 * <p>Words: a <em>simulation</em> compares two versions of one kind on one day; a <em>question</em> is what the registers
 * say of one person, ready to be answered under any version; a <em>result</em> is that answer as simulations compare it,
 * with a <em>label</em> that sums it up; a <em>transition</em> counts the people who go from one label to another; whoever
 * cannot be asked is <em>skipped</em>, with the reason, and never guessed. The questions of a kind come from its {@link
 * id.karier.rulebook.simulation.KindInputs}; those that the registers hold already are in {@code simulation.inputs}.
 *
 * <p>Tables: {@code simulations}, {@code simulation_changes}. A simulation is a job and bears its id. It stores no rule
 * set and touches no kept result. Stands on jobs, rules and calculation, and lists the people of employee.
 */
@NullMarked
package id.karier.rulebook.simulation;

import org.jspecify.annotations.NullMarked;
