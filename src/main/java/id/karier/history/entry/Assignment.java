package id.karier.history.entry;

import id.karier.kernel.Published;

/** How a position is held: for good, or in acting duty (pelaksana tugas, pelaksana harian). */
@Published
public enum Assignment {
    DEFINITIVE,
    PLT,
    PLH
}
