package id.karier.employee;

import id.karier.kernel.Published;

/** By which right a person serves (UU 20/2023): a candidate, a permanent or a contract civil servant. */
@Published
public enum EmployeeKind {
    CPNS,
    PNS,
    PPPK
}
