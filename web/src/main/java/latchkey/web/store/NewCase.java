package latchkey.web.store;

import java.util.List;

/**
 * A case about to be kept.
 *
 * @param owner id of a person
 */
public record NewCase(
        String id, String owner, String name, boolean keepsOriginals, List<CaseInput> inputs) {
    public NewCase {
        inputs = List.copyOf(inputs);
    }

    long bytes() {
        return inputs.stream().mapToLong(CaseInput::bytes).sum();
    }
}
