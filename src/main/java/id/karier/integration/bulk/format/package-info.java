/**
 * The formats in which imports come, each read one row at a time.
 *
 * <p>CSV is the format that the jobs read; a spreadsheet is turned into the CSV that it would be saved as while it is
 * received, so that what it gets wrong as a file is answered at once. NDJSON is one object a line, with the names of the
 * CSV's columns. Knows nothing of employees, jobs or the database.
 */
@NullMarked
package id.karier.integration.bulk.format;

import org.jspecify.annotations.NullMarked;
