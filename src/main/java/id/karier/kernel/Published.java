package id.karier.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a type that other slices may use: a read port, an event, or a value that crosses slices. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Published {}
