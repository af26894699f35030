package org.redoubt.topology.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one method of a thread that may catch whatever is thrown, because nobody is above it to do so. Everywhere
 * else a catch names what it expects (a law test holds that). It stands in topology only because every module sees
 * topology.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface OutermostLoop {

    /** What becomes of what is caught: where it is said, and how the thread goes on. */
    String value();
}
