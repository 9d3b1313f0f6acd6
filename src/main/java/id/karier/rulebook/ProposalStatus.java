package id.karier.rulebook;

/** How far an agency's own version has come. */
public enum ProposalStatus {
    PROPOSED,
    /** Approved by the appointing authority; immutable from then on. */
    APPROVED,
    REJECTED
}
