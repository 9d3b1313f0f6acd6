package id.karier.history.entry;

import id.karier.kernel.Published;

/** What a credit was determined from (BKN 3/2023; DOMAIN 7.3). */
@Published
public enum CreditBasis {
    /** The predicate of a year, converted. */
    CONVERSION,
    /** The old way, by items of activity. */
    CONVENTIONAL,
    /** The balance that was carried over from the old way to the new. */
    INTEGRATION,
    /** A higher diploma. */
    DIPLOMA,
    /** The base that somebody brings from another position. */
    TRANSFER
}
