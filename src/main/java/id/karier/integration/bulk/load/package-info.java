/**
 * Dossiers loaded into the registers, a batch at a time: look up whom they are about, plan in memory what they change,
 * write the difference.
 *
 * <p>Words: a <i>load</i> is one run over all dossiers; a <i>plan</i> is what one dossier does to one person; a
 * <i>place</i> is a unit or position that a dossier names.
 *
 * <p>Matching: a person by her national id, then by her identity number; an entry of a history by its national id, then
 * by its natural key ({@code HistoryTable}); a unit by its national id, then by its name, else it is created below the
 * agency's root; a position by its unit and its name, else it is created with the level that {@code siasn/words.json}
 * reads from its name. Both are created only when the order says so ({@code Creation}), else the row is refused. What the
 * register refuses is refused here by the same rules ({@code RegisterRules}). A row that an officer typed in, or that rests on
 * a decree which the dossier has not, stays as it is, and what the dossier wanted is told ({@code HistoryRow.isKept}); the same
 * rank or degree on another day is a correction ({@code Corrections}). A row of the national system is kept as it came, with its checksum: a row with the same checksum
 * is not looked at again, so that a later correction by an officer stays.
 *
 * <p>Tables: writes {@code employees} and their histories, {@code employee_name_words}, {@code units},
 * {@code unit_placements}, {@code unit_ancestors}, {@code positions}, and {@code siasn_rows}, in JDBC batches past
 * Hibernate. Each object that is created or changed is noted in the change log under its own kind, with its values before
 * and after, exactly as if an officer had typed it in; the current state of people is computed by {@code history}.
 *
 * <p>On a group-replicated MySQL an import of all or nothing is one transaction and has to fit
 * {@code group_replication_transaction_size_limit} (about 1.2 kB a row); {@code partial=true} does not.
 */
@NullMarked
package id.karier.integration.bulk.load;

import org.jspecify.annotations.NullMarked;
