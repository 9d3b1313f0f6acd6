package id.karier.kernel.access;

import java.util.UUID;

/** Who holds which post. Implemented by the slice that knows careers; asked while a write is flushed, so it flushes nothing. */
public interface PostHolders {
    /** Whether a person of an agency holds a post, definitively or acting, today or later. */
    boolean holds(String agency, UUID person, UUID post);
}
