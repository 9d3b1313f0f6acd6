package id.karier.kernel.access;

/** What is done to a resource; {@code READ} covers single objects and lists. */
public enum Action {
    READ,
    WRITE,
    /** A decision that only some may take: to approve, to unmask, to replay. */
    DECIDE
}
