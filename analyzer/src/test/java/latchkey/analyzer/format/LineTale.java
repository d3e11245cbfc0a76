package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Mark;

/** A mark in one line, to be compared. */
final class LineTale {
    private LineTale() {}

    static String of(Mark mark) {
        var run = mark.run();
        return run == null
                ? mark.type().name()
                : mark.type() + " " + run.handler() + " " + run.version();
    }
}
