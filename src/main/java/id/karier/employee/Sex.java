package id.karier.employee;

import id.karier.kernel.Published;

/** As the identity number tells it: 1 is male, 2 is female. */
@Published
public enum Sex {
    M,
    F
}
