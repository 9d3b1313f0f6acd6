/**
 * Competencies: what the dictionary says, what a position requires, what a person was found to hold and by which evidence,
 * and what is missing.
 *
 * <ul>
 *   <li>{@code dictionary}: competencies with their levels and indicators, in editions;
 *   <li>{@code standard}: the level that a position requires, its own or that of its level;
 *   <li>{@code evidence}: results, and claims that an assessor decides;
 *   <li>{@code assessment}: rounds by many raters, and the results that they find;
 *   <li>{@code profile}: held against required, for one person;
 *   <li>{@code summary}: figures of units and levels, without exposing anybody.
 * </ul>
 *
 * <p>Words: <em>edition</em> is a version of what the dictionary says of a competency; <em>level</em> is 1 to 5 (rule set
 * JPM); <em>gap</em> is required less held, so that positive means development. Neighbours: organisation, employee and history
 * for positions, people and who holds what; calculation for the job–person match.
 */
@NullMarked
package id.karier.competency;

import org.jspecify.annotations.NullMarked;
