package latchkey.simulator.agent.log;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** How a record of WaAppAgent.log begins; it changed with the generations of the agent. */
@Known(how = How.RECORDED, source = "pastes of 2016 (A0), 2017 to 2022 (A), 2021 (B), 2024 (C)")
public enum HeaderForm {
    /** US date in brackets, no thread number. */
    A0,
    /** Thread number and US date in brackets, hundredths. */
    A,
    /** Thread number and ISO stamp with whole seconds. */
    B,
    /** Thread number and ISO stamp with milliseconds. */
    C;

    private static final int LONGEST = 48;

    /** The header up to the message. */
    String header(Instant at, int thread, Level level) {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(LONGEST);
        if (this != A0) {
            digits(text.append('['), thread, 8);
            text.append("] ");
        }
        switch (this) {
            case A0, A -> american(text, time);
            case B -> iso(text, time).append('Z');
            case C -> {
                iso(text, time).append('.');
                digits(text, time.getNano() / 1_000_000, 3);
                text.append('Z');
            }
        }
        return text.append(' ').append(level.field()).toString();
    }

    private static void american(StringBuilder text, LocalDateTime time) {
        digits(text.append('['), time.getMonthValue(), 2);
        digits(text.append('/'), time.getDayOfMonth(), 2);
        digits(text.append('/'), time.getYear(), 4);
        clock(text.append(' '), time);
        digits(text.append('.'), time.getNano() / 10_000_000, 2);
        text.append(']');
    }

    private static StringBuilder iso(StringBuilder text, LocalDateTime time) {
        digits(text, time.getYear(), 4);
        digits(text.append('-'), time.getMonthValue(), 2);
        digits(text.append('-'), time.getDayOfMonth(), 2);
        return clock(text.append('T'), time);
    }

    private static StringBuilder clock(StringBuilder text, LocalDateTime time) {
        digits(text, time.getHour(), 2);
        digits(text.append(':'), time.getMinute(), 2);
        digits(text.append(':'), time.getSecond(), 2);
        return text;
    }

    private static void digits(StringBuilder text, int number, int width) {
        for (int power = (int) Math.pow(10, width - 1); power > 0; power /= 10) {
            text.append((char) ('0' + number / power % 10));
        }
    }
}
