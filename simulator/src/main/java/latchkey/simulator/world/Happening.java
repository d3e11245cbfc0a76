package latchkey.simulator.world;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something worth telling that happened in the world: the witness's own account, never read by a
 * part of the imitated product.
 *
 * @param number counts from 1 within a world
 * @param at the world's time, not a guest's clock
 * @param where the part of the world, such as {@code crp/vm1} or {@code sam/vm1}
 * @param what a stable word in kebab case, such as {@code password-refused}
 * @param details names and values in the order they were given; never a secret
 */
public record Happening(
        long number, Instant at, String where, String what, Map<String, String> details) {
    /** Keeps the order of the details. */
    public Happening {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
}
