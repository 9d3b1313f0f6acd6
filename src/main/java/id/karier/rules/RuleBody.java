package id.karier.rules;

import id.karier.kernel.Published;
import java.util.List;

/** The figures of one rule set. What a JSON Schema cannot say about them, the body says itself. */
@Published
public interface RuleBody {
    /** The broken invariants (weights that miss 1, bands with a hole, cells that are absent); empty when sound. */
    List<Violation> violations();
}
