package latchkey.analyzer.format;

import java.util.ArrayDeque;
import java.util.Deque;

/** The way from the root of a document to where its reader is. */
final class Trail {
    private final Deque<Step> steps = new ArrayDeque<>();

    boolean isEmpty() {
        return steps.isEmpty();
    }

    void enter(boolean array) {
        steps.push(new Step(steps.isEmpty() ? "" : step(), array));
    }

    void leave() {
        steps.pop();
    }

    void name(String name) {
        steps.getFirst().name = name.replace("~", "~0").replace("/", "~1");
        steps.getFirst().named = true;
    }

    boolean awaitsValue() {
        return !steps.isEmpty() && (steps.getFirst().array || steps.getFirst().named);
    }

    /** The path of the next value. */
    String step() {
        Step here = steps.getFirst();
        here.named = false;
        return here.path + "/" + (here.array ? Integer.toString(here.index++) : here.name);
    }

    private static final class Step {
        private final String path;
        private final boolean array;
        private int index;
        private String name = "";
        private boolean named;

        private Step(String path, boolean array) {
            this.path = path;
            this.array = array;
        }
    }
}
