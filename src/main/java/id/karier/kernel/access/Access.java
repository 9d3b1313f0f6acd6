package id.karier.kernel.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The row of {@link AccessTable} that a resource method asks; a method without it (and without {@link Open}) is refused.
 * On a resource class it holds for every method that says nothing itself, inherited ones included, and the action follows
 * from the HTTP method: GET reads, any other writes. A subclass says its own; it does not inherit that of its base.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Access {
    Resource value();

    /** Only on a method. */
    Action action() default Action.READ;

    /**
     * Only on a method: a write that takes the place of the same one before, and takes no {@code Idempotency-Key}, because of
     * what it says not even a digest is to be kept.
     */
    boolean keyless() default false;
}
