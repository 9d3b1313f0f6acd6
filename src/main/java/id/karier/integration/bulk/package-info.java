/**
 * First real data: files and payloads loaded into the registers as jobs.
 *
 * <p>Words: an <i>upload</i> is a file that has arrived and has the right encoding and header; an <i>import</i> is the
 * job that loads it; a <i>dossier</i> (from {@code integration.siasn}) is what one row, or all payloads about one person,
 * say of her. An import is all or nothing in one transaction, or, when asked for, what is good in batches that stay; it
 * is idempotent: what is there already is left alone, what a file leaves empty is never cleared.
 *
 * <p>Nothing is made in silence: a unit or post that is not on record is made only when the order says {@code create}, and
 * is noted by name in either case ({@code import_places}); what is taken all the same and worth a look is a warning
 * ({@code import_warnings}); refused rows are kept sealed ({@code import_rows}) and given back in the form in which they came.
 * All three are written with the batch that they belong to.
 *
 * <p>The way of a file: {@code ImportResource} takes it, {@code Uploads} stores it, {@code ImportService} looks at its
 * head and orders the job; then {@code EmployeeImport} or {@code SiasnImport} makes dossiers of it, row by row as
 * {@link id.karier.integration.bulk.format} reads them, and {@code ImportRun} hands them in batches to
 * {@link id.karier.integration.bulk.load}.
 *
 * <p>Stands on {@code jobs}, the registers and {@code integration.siasn}.
 */
@NullMarked
package id.karier.integration.bulk;

import org.jspecify.annotations.NullMarked;
