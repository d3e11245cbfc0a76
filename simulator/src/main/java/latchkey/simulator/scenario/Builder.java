package latchkey.simulator.scenario;

final class Builder {
    private Builder() {}

    static Stage build(Order order) {
        throw new IllegalStateException();
    }
}
