package id.karier.kernel.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The words of a {@link RegisterResource} in the contract; {@link RegisterOperation} makes ids and summaries of them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Register {
    /** What an entry is called in the ids of the operations, such as {@code EmployeeRank}. */
    String object();

    /** One entry, in Indonesian. */
    String one();

    /** All entries, in Indonesian, where that is not the same word. */
    String many() default "";

    /** The member by which the list is sorted. */
    String sort();

    /** What a client must know before it creates an entry, in Indonesian. */
    String creating() default "";
}
