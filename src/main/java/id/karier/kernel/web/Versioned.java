package id.karier.kernel.web;

import java.util.UUID;

/** What readers see of an object that has an id and an entity tag. */
public interface Versioned {
    UUID id();

    /** The version, which is the entity tag. */
    long version();
}
