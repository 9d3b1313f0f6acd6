/**
 * The public calculators: put in figures, see what the law gives, step by step, with the clause.
 *
 * <p>One pure {@code XRules} a topic interprets a {@code RuleSet} body: no clock, no container, and no figure of the
 * law in Java. {@link id.karier.calculation.Calculators} picks the rule sets of a case and calls them; the rest of the
 * system decides with the same functions. Neighbours: {@code rules} below, every slice of decisions above.
 */
@NullMarked
@Published
package id.karier.calculation;

import id.karier.kernel.Published;
import org.jspecify.annotations.NullMarked;
