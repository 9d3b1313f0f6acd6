package id.karier.kernel.access;

/** How far a permission goes, from nowhere to the whole nation; a later one includes the earlier. */
public enum Reach {
    NONE,
    /** The caller's own record. */
    SELF,
    /** The units that the caller leads, with everything below them, and the caller's own record. */
    TEAM,
    /** Everything of the caller's agency. */
    AGENCY,
    /** Every agency. */
    NATION;

    public Reach or(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
