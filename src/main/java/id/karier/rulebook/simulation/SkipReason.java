package id.karier.rulebook.simulation;

import id.karier.kernel.Published;

/** Why somebody was not weighed; its sentence is {@code skipped.REASON} of the {@code simulation} bundle. */
@Published
public enum SkipReason {
    NOT_IN_SERVICE,
    POSITION_MISSING,
    UNIT_MISSING,
    NUMBER_MISSING,
    NOT_FUNCTIONAL,
    RANK_MISSING,
    CREDITS_MISSING,
    CREDITS_NOT_INTEGRATED,
    ONLY_PNS,
    /** The version in force cannot take what the registers hold. */
    REFUSED_NOW,
    /** The draft cannot take what the version in force can. */
    REFUSED_BY_DRAFT
}
