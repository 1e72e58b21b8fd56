package dev.parley.access.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * From where to where a setting may go: of a number, of a duration in milliseconds, of a size in bytes. Without it, a
 * number is 1 or more, a duration and a size more than 0.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Range {

    long from() default 1;

    long to() default Long.MAX_VALUE;
}
