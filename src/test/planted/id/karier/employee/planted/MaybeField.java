package id.karier.employee.planted;

import java.util.Optional;

/** An Optional that is kept. */
public record MaybeField(Optional<String> title) {}
