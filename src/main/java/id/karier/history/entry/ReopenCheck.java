package id.karier.history.entry;

import id.karier.kernel.ProblemException;

/** Asked before a row gets its days back because the one that had ended it is taken back. */
interface ReopenCheck {
    /** Ends a row again that has got its days back, where something else ends it now. */
    default void endAgain(ClosableEntry<?> reopened) {}

    /**
     * Looks at a row as it is going to be; the row that is taken back is gone already.
     *
     * @throws ProblemException when those days are somebody else's or something else's by now
     */
    void check(ClosableEntry<?> reopened);
}
