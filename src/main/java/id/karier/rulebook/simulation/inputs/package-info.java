/**
 * What the registers hold already for simulations: one class a kind. Asks the directories of people and careers.
 */
@NullMarked
package id.karier.rulebook.simulation.inputs;

import org.jspecify.annotations.NullMarked;
