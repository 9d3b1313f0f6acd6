/**
 * The way up: the database (configured or embedded), its migrations, the checks that refuse an unsafe start, the
 * first agency of an empty database, the contract's head. Nothing depends on this package.
 */
@NullMarked
package id.karier.app;

import org.jspecify.annotations.NullMarked;
