package id.karier.rules.terms;

/** Band of the potential axis of the nine boxes, lowest first. */
public enum PotentialBand {
    RENDAH,
    MENENGAH,
    TINGGI
}
