package id.karier.kernel;

/** What a person is to her agency; one person may be several. */
public enum Role {
    /** Every civil servant. */
    ASN,
    /** Leads a unit; derived from the registers when a token is issued, never stored. */
    ATASAN,
    /** HR officer of the personnel agency (BKD/BKPSDM). */
    SDM,
    /** Training manager. */
    PELATIHAN,
    /** Competency assessor. */
    ASESOR,
    /** Appointing authority (PPK). */
    PIMPINAN,
    /** Manages accounts, machine clients and settings. */
    ADMIN,
    /** Reads everything that was done, changes nothing. */
    AUDITOR,
    /** Oversight across agencies, reads only. */
    NASIONAL
}
