/**
 * The contract: its head, and what is true of every operation, added once while the application is built, so that a
 * slice says only what is its own. {@code openapi/README.md} tells what is added.
 */
@NullMarked
package id.karier.app.contract;

import org.jspecify.annotations.NullMarked;
