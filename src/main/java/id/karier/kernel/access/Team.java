package id.karier.kernel.access;

import java.util.Map;
import java.util.UUID;

/** Whom a leader reaches: the people of the units that she leads today. Implemented by the slice that knows people. */
public interface Team {
    /** SQL that selects the ids of the team, over {@code :agency} and the {@link #values}. */
    String members();

    /** The values that {@link #members} asks for. */
    Map<String, Object> values();

    boolean holds(UUID person);
}
