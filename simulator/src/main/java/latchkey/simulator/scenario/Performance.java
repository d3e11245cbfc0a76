package latchkey.simulator.scenario;

import latchkey.simulator.scenario.bundle.Parcel;

import java.util.List;

/**
 * A story that was played to its end.
 *
 * @param parcel what is left of the machine, packed
 * @param truth the world's own account, as JSON
 * @param disappointments claims of the ending that are not true, each in a sentence
 * @param replay the one line that plays it again
 */
public record Performance(
        Parcel parcel, String truth, List<String> disappointments, String replay) {
    /** Copies the list. */
    public Performance {
        disappointments = List.copyOf(disappointments);
    }
}
