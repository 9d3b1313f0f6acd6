package id.karier.rules.terms;

/** Level of a position (<em>jenjang jabatan</em>, DOMAIN 2.3): managerial from the top, then the others. */
public enum PositionLevel {
    JPT_UTAMA,
    JPT_MADYA,
    JPT_PRATAMA,
    ADMINISTRATOR,
    PENGAWAS,
    PELAKSANA,
    JF_AHLI_UTAMA,
    JF_AHLI_MADYA,
    JF_AHLI_MUDA,
    JF_AHLI_PERTAMA,
    JF_PENYELIA,
    JF_MAHIR,
    JF_TERAMPIL,
    JF_PEMULA
}
