/**
 * Who may do what: one table of role × resource × action → reach, and the filter that applies it to every request.
 * Denies by default.
 */
@NullMarked
package id.karier.kernel.access;

import org.jspecify.annotations.NullMarked;
