package dev.jobglass.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that run beside those of the windows, which go one after the other: they use neither JavaFX nor anything else
 * there is only one of. What they log is no concern of tests that read the log.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BesideOthers.LOG, mode = ResourceAccessMode.READ)
public @interface BesideOthers {
    /** The lock of those that read the log. */
    String LOG = "log";
}
