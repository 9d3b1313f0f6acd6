package id.karier.kernel.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method that anybody may call without a token: signing in, and the public keys. The gate test lists them all. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Open {
    /** A standard lets clients send parameters that the address does not know (RFC 6749, section 3.2; RFC 8414). */
    boolean toAnyParameter() default false;
}
