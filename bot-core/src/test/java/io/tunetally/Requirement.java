package io.tunetally;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The requirements that a test covers. On a class it applies to all of its tests; on a helper without tests, to a check
 * that the helper makes in every test that uses it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requirement {
    /** The ids, as an adapter's {@code requirements.txt} lists them. */
    String[] value();
}
