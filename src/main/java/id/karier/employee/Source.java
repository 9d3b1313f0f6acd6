package id.karier.employee;

import id.karier.kernel.Published;

/** Where a row came from: typed in here, taken from the national system, or loaded from a file. */
@Published
public enum Source {
    LOCAL,
    SIASN,
    IMPORT
}
