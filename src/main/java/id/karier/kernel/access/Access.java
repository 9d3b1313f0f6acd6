package id.karier.kernel.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The row of {@link AccessTable} that a resource method asks; a method without it (and without {@link Open}) is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {
    Resource value();

    Action action() default Action.READ;
}
