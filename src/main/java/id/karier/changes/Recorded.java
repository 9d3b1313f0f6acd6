package id.karier.changes;

import id.karier.kernel.Published;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entity whose every insert, update and delete is written to the change log by itself. */
@Published
public interface Recorded {
    UUID id();

    String agency();

    /** The object's type in the log and the feed, in the singular: {@code employee}, {@code unit}. */
    String objectType();

    /** The person whom the row is about, or null. */
    @Nullable
    UUID subject();
}
