/**
 * Registers as files: streamed out of one state of the database, kept nowhere.
 *
 * <p>Words: an <i>export</i> is one such reading; its <i>kind</i> is the register; a <i>stretch</i> is the people that are
 * read at once. People are filtered as their list is, and a history is that of those people. Who may read what is asked when
 * it is read: the caller's reach narrows the people, the guard of each history its rows.
 *
 * <p>The file of people is what {@code POST /imports} reads ({@link id.karier.integration.siasn.ProfileRow}), so that loading
 * it again changes nothing; a history has the members of its own address.
 *
 * <p>Stands on the registers' read ports, on {@code integration.siasn} and on the formats of imports. Tables: reads the
 * national ids of {@code units} and {@code positions}.
 */
@NullMarked
package id.karier.integration.bulk.export;

import org.jspecify.annotations.NullMarked;
