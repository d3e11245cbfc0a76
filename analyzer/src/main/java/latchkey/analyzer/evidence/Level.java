package latchkey.analyzer.evidence;

/** The level word of a log record; not a judgement of the outcome. */
public enum Level {
    TRACE,
    INFO,
    HEART,
    WARN,
    ERROR
}
