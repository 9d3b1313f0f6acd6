package id.karier.rules;

import java.util.List;

/** Where the approved versions of the agencies are kept. */
@FunctionalInterface
public interface AgencyRuleSets {
    /**
     * An agency's version.
     *
     * @param basedOn the national version that it was made from
     */
    record Own(RuleSet<?> ruleSet, String basedOn) {}

    /** The approved versions of a kind that an agency has made, in any order, without the proposed ones. */
    List<Own> approved(String agency, RuleSetKind kind);
}
