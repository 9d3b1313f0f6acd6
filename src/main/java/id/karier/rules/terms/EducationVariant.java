package id.karier.rules.terms;

/** Where a rule tells schools of one level apart (DOMAIN 7.2): general, vocational, special-education teachers, doctors and pharmacists. */
public enum EducationVariant {
    UMUM,
    KEJURUAN,
    GURU_PLB,
    DOKTER_APOTEKER
}
