/**
 * Five governments to try everything on: their people, their sign-ins, and the same people by the million for load
 * tests.
 *
 * <p>Words: the <i>demo</i> is what {@code karier.demo.load=true} puts into an empty database at start-up, in one
 * transaction; a <i>population</i> is a government with its invented people ({@link id.karier.demo.population}).
 *
 * <p>For load tests, on a connection of one's own:
 *
 * <pre>{@code
 * var crowd = Population.of(Government.called("lampung").as("bench", 6), 1, 1_000_000, Population.REFERENCE);
 * connection.setAutoCommit(false);
 * try (var registers = new PopulationQueries(connection, cipher, LocalDateTime.now(clock))) {
 *     registers.writeInRounds(crowd);
 * }
 * }</pre>
 *
 * <p>Without the application, the cipher is {@code new FieldCipher(new Secrets(keys))}. A population holds its units and posts, and writes its people 200 at a time, so memory does not grow with their
 * number. Slots 0 to 4 are the demo's, 5 is {@link id.karier.demo.ProfileCsv}'s, 6 and 7 are free: identity numbers of
 * different slots never meet.
 *
 * <p>Tables: it writes those of organisation, employee, history and competency, and none of its own. Stands on the kernel, the change
 * log, and identity's {@link id.karier.identity.Accounts}.
 */
@NullMarked
package id.karier.demo;

import org.jspecify.annotations.NullMarked;
