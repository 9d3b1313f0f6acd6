package id.karier.competency.evidence;

/** How far a claim has come. */
public enum ClaimStatus {
    SUBMITTED,
    ACCEPTED,
    REJECTED,
    WITHDRAWN
}
