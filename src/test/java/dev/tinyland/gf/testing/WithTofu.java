package dev.tinyland.gf.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which OpenTofu the tests of a class run; without it the newest, {@code tofu}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithTofu {
    /** Name of a test tool, for example {@code tofu-1.10}. */
    String value();
}
