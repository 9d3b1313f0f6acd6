package id.karier.rules.terms;

/** Leadership training: national I and II, administrator, supervisor (formerly PIM I to IV). */
public enum LeadershipTraining {
    PKN_I,
    PKN_II,
    PKA,
    PKP
}
