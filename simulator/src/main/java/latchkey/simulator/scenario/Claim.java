package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.Phrase;

import java.util.Optional;

/** Something that may be true at the end of a story. */
@FunctionalInterface
interface Claim {
    /** What is true instead; empty when the claim is true. */
    Optional<String> disappointment(Stage stage, Phrase claim);
}
