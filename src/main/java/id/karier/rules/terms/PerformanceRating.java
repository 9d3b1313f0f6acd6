package id.karier.rules.terms;

/** Three-step rating of work result and of work behaviour (PermenPANRB 6/2022), lowest first. */
public enum PerformanceRating {
    DI_BAWAH,
    SESUAI,
    DI_ATAS
}
