/**
 * The law as data: every legal table is a versioned document ({@link id.karier.rules.RuleSet}) with its dates, legal
 * basis and confidence mark, checked at start-up against its published JSON Schema and its own invariants.
 *
 * <p>Words: a <em>rule set</em> is one version of one {@link id.karier.rules.RuleSetKind kind}; a <em>body</em> holds
 * its figures; an <em>agency version</em> replaces those parts of a national version that the law lets an agency
 * choose. Neighbours: {@code calculation} interprets the bodies; career, talent, competency, performance and training
 * decide with the same functions.
 */
@NullMarked
@Published
package id.karier.rules;

import id.karier.kernel.Published;
import org.jspecify.annotations.NullMarked;
