package id.karier.changes;

import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import java.util.UUID;

/** An entity whose every insert, update and delete is written to the change log by itself, as its kind says. */
@Published
public interface Recorded {
    UUID id();

    String agency();

    ObjectKind objectKind();
}
