package id.karier.kernel.access;

import java.util.List;

/** The kinds of object that a slice owns; a bean of the slice. What no bean lists cannot be written to the log. */
public interface ObjectKinds {
    List<ObjectKind> kinds();
}
