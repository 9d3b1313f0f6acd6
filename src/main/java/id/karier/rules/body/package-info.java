/**
 * The bodies of the fourteen kinds of rule set, one record a kind: figures, and the invariants that hold them together.
 */
@NullMarked
package id.karier.rules.body;

import org.jspecify.annotations.NullMarked;
