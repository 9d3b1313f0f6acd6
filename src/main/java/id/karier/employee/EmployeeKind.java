package id.karier.employee;

import id.karier.kernel.Published;

/**
 * By which right a person serves (UU 20/2023): a candidate, a permanent or a contract civil servant, or one who serves part
 * of the time by a contract (KepmenPANRB 16/2025).
 */
@Published
public enum EmployeeKind {
    CPNS,
    PNS,
    PPPK,
    PPPK_PARUH_WAKTU;

    /** Bears an NI PPPK and a golongan I to XVII; what is said of PPPK holds for part-time ones as well. */
    public boolean isContract() {
        return this == PPPK || this == PPPK_PARUH_WAKTU;
    }
}
