package id.karier.competency.evidence;

import id.karier.kernel.Published;

/** By what a level was found. */
@Published
public enum EvidenceKind {
    ASSESSMENT_CENTRE,
    CERTIFICATE,
    /** A claim of the person, decided by an assessor. */
    CLAIM,
    /** By an assessment round, when it is published. */
    ROUND
}
