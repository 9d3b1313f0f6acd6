package id.karier.rules.terms;

/** The nine generic competencies of PermenPANRB 38/2017, in the order of every list of nine levels. */
public enum Competency {
    INT,
    KJSM,
    KOM,
    OPH,
    PP,
    PDOL,
    MP,
    PK,
    PB
}
