package id.karier.rules.terms;

/** Level of a functional post (PermenPANRB 1/2023): the skilled ladder, then the expert ladder, each upward. */
public enum FunctionalLevel {
    PEMULA,
    TERAMPIL,
    MAHIR,
    PENYELIA,
    AHLI_PERTAMA,
    AHLI_MUDA,
    AHLI_MADYA,
    AHLI_UTAMA
}
