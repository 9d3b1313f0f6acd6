/**
 * How rows are kept apart by agency, and how a unit of work is run: whole-transaction retry, and each write together
 * with its stored answer.
 */
@NullMarked
package id.karier.kernel.data;

import org.jspecify.annotations.NullMarked;
