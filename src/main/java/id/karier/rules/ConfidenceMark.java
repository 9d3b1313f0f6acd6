package id.karier.rules;

/** How sure the source of a figure is (DOMAIN.md, first table). */
public enum ConfidenceMark {
    /** A public source states the figure. */
    CONFIRMED,
    /** Computed from confirmed figures. */
    DERIVED,
    /** Known from the regulation, not seen again: a person at the BKPSDM should check it. */
    RECALLED,
    /** Sources differ; both readings are in the body, with the default. */
    CONFLICTING
}
