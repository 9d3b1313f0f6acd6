package id.karier.calculation.explain;

import id.karier.rules.RuleSetRef;
import java.util.List;

/**
 * An answer that says which rule set gave it and how.
 *
 * @param <A> the answer itself
 */
public interface Explained<A extends Explained<A>> {
    /** The rule set that gave the answer. */
    RuleSetRef ruleSet();

    /** What was computed, in order. */
    List<Step> steps();

    /** The same answer in sentences. */
    A worded(Wording wording);
}
