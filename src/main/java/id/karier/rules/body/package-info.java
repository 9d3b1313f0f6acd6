/**
 * The bodies of the fourteen kinds of rule set, one record a kind: figures, and the invariants that hold them together.
 */
@NullMarked
@Published
package id.karier.rules.body;

import id.karier.kernel.Published;
import org.jspecify.annotations.NullMarked;
