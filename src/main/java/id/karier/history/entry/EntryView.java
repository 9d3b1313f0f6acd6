package id.karier.history.entry;

import java.util.UUID;

/** What readers see of an entry of any kind. */
interface EntryView {
    UUID id();

    /** The entry's version, which is its entity tag. */
    long version();
}
