package id.karier.rules.terms;

/** The two kinds of civil servant of UU 20/2023: permanent, and on a work agreement. */
public enum EmployeeKind {
    PNS,
    PPPK
}
