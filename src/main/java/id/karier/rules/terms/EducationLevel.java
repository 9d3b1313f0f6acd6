package id.karier.rules.terms;

/** Level of education, lowest first. D4 and S1 rank as equals in every rule: a floor names the D4. */
public enum EducationLevel {
    SD,
    SLTP,
    SLTA,
    D1,
    D2,
    D3,
    D4,
    S1,
    S2,
    S3;

    /** What to compare levels by: D4 and S1 have the same height. */
    public int height() {
        return this == D4 ? S1.ordinal() : ordinal();
    }
}
