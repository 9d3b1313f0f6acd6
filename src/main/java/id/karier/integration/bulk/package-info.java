/**
 * First real data: files and payloads loaded into the registers as jobs.
 *
 * <p>Words: an <i>upload</i> is a file that has arrived and has the right encoding and header; an <i>import</i> is the
 * job that loads it; a <i>dossier</i> (from {@code integration.siasn}) is what one row, or all payloads about one person,
 * say of her; a <i>place</i> is a unit or position that a dossier names. An import is all or nothing in one transaction,
 * or, when asked for, what is good in batches that stay; it is idempotent: what is there already is left alone, what a
 * file leaves empty is never cleared.
 *
 * <p>Matching: a person by her national id, then by her identity number; an entry of a history by its national id, then
 * by its natural key ({@link id.karier.integration.bulk.HistoryTable}); a unit by its national id, then by its name,
 * else it is created below the agency's root; a position by its unit and its name, else it is created with the level
 * that {@code siasn/words.json} reads from its name. A row of the national system is kept as it came, with its checksum:
 * a row with the same checksum is not looked at again, so that a later correction by an officer stays.
 *
 * <p>Tables: writes {@code employees} and their histories, {@code employee_name_words}, {@code units},
 * {@code unit_placements}, {@code unit_ancestors}, {@code positions}, and {@code siasn_rows}, in JDBC batches past
 * Hibernate, and notes every person that it creates or changes in the change log. Stands on {@code jobs}, the registers
 * and {@code integration.siasn}.
 *
 * <p>On a group-replicated MySQL an import of all or nothing is one transaction and has to fit
 * {@code group_replication_transaction_size_limit} (about 1.2 kB a row); {@code partial=true} does not.
 */
@NullMarked
package id.karier.integration.bulk;

import org.jspecify.annotations.NullMarked;
