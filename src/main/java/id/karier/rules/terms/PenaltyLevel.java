package id.karier.rules.terms;

/** Level of a disciplinary penalty (PP 94/2021), lightest first; NONE is a clean record. */
public enum PenaltyLevel {
    NONE,
    RINGAN,
    SEDANG,
    BERAT
}
