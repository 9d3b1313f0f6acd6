package id.karier.kernel.access;

import id.karier.kernel.Caller;

/**
 * Whether somebody still has the rights that work was begun with: for what goes on after its request, such as a job that
 * waits or a stream that stays open. Identity answers it; the slices that need it stand below identity.
 */
public interface HolderRights {
    /**
     * A mark of the rights that the caller holds now: it changes when they end or are narrowed (deactivation, another role,
     * a reset, signing out everywhere, the end of service). It tells nothing else and is compared only.
     */
    String mark(Caller.Identity who);

    /** As {@link #mark}, at most a few seconds ago: for what looks often and only reads. */
    String recentMark(Caller.Identity who);
}
