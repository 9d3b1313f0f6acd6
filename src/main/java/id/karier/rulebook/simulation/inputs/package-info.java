/**
 * What the registers hold already for simulations: one class a kind, and the queries that they share. Reads the histories
 * by their entities' names, which Hibernate narrows to the agency.
 */
@NullMarked
package id.karier.rulebook.simulation.inputs;

import org.jspecify.annotations.NullMarked;
