package latchkey.simulator.server;

/** Which stage a name opens. */
final class Stages {
    private Stages() {}

    static Stage open(ServeOptions options) throws UnknownScenario {
        if (options.scenario().isPresent()) {
            throw new UnknownScenario(
                    "There is no scenario '" + options.scenario().get() + "' in this copy.");
        }
        return new PlainStage(options);
    }
}
