/**
 * The law over HTTP: the calculators, the rule sets, what an agency chooses for itself, and results that were kept.
 *
 * <p>Words: a <em>proposal</em> is an agency's own version before the appointing authority has approved it; a
 * <em>choice</em> is a part of a body that the law leaves to agencies; a <em>kept result</em> carries the documents
 * that gave it, so that it can be computed again whatever the law has become.
 *
 * <p>What a proposal would change is asked in {@code rulebook.simulation}.
 *
 * <p>Tables: {@code agency_rule_sets}, {@code calculation_results}. Stands on {@code rules}, {@code calculation} and
 * {@code organisation} (the agency's own day).
 */
@NullMarked
package id.karier.rulebook;

import org.jspecify.annotations.NullMarked;
