package id.karier.history.entry;

/** How a position is held: for good, or in acting duty (pelaksana tugas, pelaksana harian). */
enum Assignment {
    DEFINITIVE,
    PLT,
    PLH
}
