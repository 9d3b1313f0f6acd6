package id.karier.rules.terms;

/** Predicate of an organisation's performance (MenPANRB circular, DOMAIN 4.3), highest first. */
public enum OrganisationPredicate {
    ISTIMEWA,
    BAIK,
    BUTUH_PERBAIKAN,
    KURANG,
    SANGAT_KURANG
}
