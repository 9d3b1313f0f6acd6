/**
 * Invented governments with invented people: a pure generator, the same rows for the same seed on every machine.
 *
 * <p>Words: a <i>government</i> is the story of an agency (its outline of units, its peoples, its places); a <i>post</i>
 * is a position of the outline with the people who hold it; a <i>seat</i> is one of those; a <i>course</i> is what a
 * career went through, month by month, under the law of {@link id.karier.demo.population.CareerLaw}.
 *
 * <p>{@link id.karier.demo.population.Population} streams people one at a time, so that 2,000 and 1,000,000 take the
 * same memory: only the units and posts are held. Ids are UUIDv7s in the order of the stream, so that every table is
 * filled at its end. Nothing here is a source of law, and no number, address or name belongs to anybody: identity
 * numbers count down from 999, which no real series reaches, and NIK and tax numbers begin with 99, which is no region.
 */
@NullMarked
package id.karier.demo.population;

import org.jspecify.annotations.NullMarked;
