package org.redoubt.agent.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that needs the lab: it may take a {@link Lab} as a parameter, and {@code ./test --fast} leaves it out.
 * What it has besides its hosts is named here; without it is the plain lab.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("lab")
@ExtendWith(LabExtension.class)
public @interface OnLab {
    Lab.Part[] value() default {};
}
