package dev.primegate.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says that a test proves rows of {@code promises.tsv}: it would fail if one of these promises
 * broke. An id that is no row fails the test; a passing test is counted by {@link Tally}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProofRecorder.class)
public @interface Proves {
    /** Ids of rows, such as {@code "E2"} or {@code "X19"}. */
    String[] value();
}
