/**
 * The closed word lists of the law that rule sets, calculators and registers share: ranks, levels, predicates.
 *
 * <p>A list stands here when a regulation closes it and its order matters to a rule; every figure that belongs to a
 * word (an age, a coefficient, a weight) is in a rule set.
 */
@NullMarked
@Published
package id.karier.rules.terms;

import id.karier.kernel.Published;
import org.jspecify.annotations.NullMarked;
