/** The entries of the histories: one kind a table and an endpoint, the rules by which each is admitted. */
@NullMarked
package id.karier.history.entry;

import org.jspecify.annotations.NullMarked;
