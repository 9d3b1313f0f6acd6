package id.karier.rules.terms;

/** Predicate of the annual evaluation (PermenPANRB 6/2022), lowest first. */
public enum PerformancePredicate {
    SANGAT_KURANG,
    KURANG,
    BUTUH_PERBAIKAN,
    BAIK,
    SANGAT_BAIK
}
