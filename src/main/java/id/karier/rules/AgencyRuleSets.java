package id.karier.rules;

import java.util.List;

/** Where the approved versions of the agencies are kept. */
@FunctionalInterface
public interface AgencyRuleSets {
    /** The approved versions of a kind that an agency has made, in any order, without the proposed ones. */
    List<RuleSet<?>> inForce(String agency, RuleSetKind kind);
}
