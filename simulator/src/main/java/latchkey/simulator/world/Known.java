package latchkey.simulator.world;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an imitated fact how it is known and from where. {@code simulator/COVERAGE.md} is made
 * from these marks.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.TYPE,
    ElementType.METHOD,
    ElementType.CONSTRUCTOR,
    ElementType.FIELD,
    ElementType.RECORD_COMPONENT
})
public @interface Known {
    /** The kind of knowledge. */
    How how();

    /** Document, recording or reasoning behind it, in a few words a stranger can follow. */
    String source();
}
