package latchkey.analyzer.intake;

import latchkey.analyzer.evidence.Order;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What was handed in, opened and listed; items can be read until it is closed. */
public final class Opened implements AutoCloseable {
    private final List<Hashed> inputs;
    private final List<Item> items;
    private final List<Refusal> refusals;
    private final Spool spool;

    Opened(List<Hashed> inputs, Survey survey, Spool spool) {
        this.inputs = List.copyOf(inputs);
        this.spool = spool;
        items = new ArrayList<>(survey.items());
        items.sort(Order.by(Item::name));
        refusals = new ArrayList<>(survey.refusals());
        refusals.sort(Order.of(Order.by(Refusal::file), Order.by(Refusal::because)));
    }

    /** An input whose hash is still being computed. */
    record Hashed(String name, String kind, long bytes, Fingerprint fingerprint) {}

    /**
     * In the order they were handed in. Waits for their hashes, so ask after the items were read.
     */
    public List<InputSource> inputs() {
        return inputs.stream()
                .map(
                        input ->
                                new InputSource(
                                        input.name,
                                        input.kind,
                                        input.bytes,
                                        input.fingerprint.hex()))
                .toList();
    }

    /** In the order of their names; each may be opened by several threads at once. */
    public List<Item> items() {
        return List.copyOf(items);
    }

    /**
     * In the order of their names. What a limit stops while an item is read comes from its stream
     * instead.
     */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Nothing could be read although something was handed in; an empty folder is readable. */
    public boolean isNothingReadable() {
        return items.isEmpty() && (inputs.isEmpty() || !refusals.isEmpty());
    }

    @Override
    public void close() throws IOException {
        inputs.forEach(input -> input.fingerprint.close());
        spool.close();
    }
}
