package id.karier.competency.standard;

import id.karier.kernel.Published;

/** Where a required level comes from. */
@Published
public enum StandardBasis {
    /** The position has a standard of its own. */
    OWN,
    /** It has none: that of its level (rule set JPM). */
    POSITION_LEVEL
}
