package latchkey.analyzer.format;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;

/**
 * Reads the time at the start of a log line by hand, a score of times cheaper than a formatter.
 *
 * <p>Understands {@code 05/09/2018 13:52:12.30} (US order), {@code 2024-04-17T07:19:26.812Z} with
 * {@code Z}, an offset or nothing (then UTC), the same with a blank for {@code T}, and {@code
 * 2024/04/17, 07:19:26.812}; each bare or in brackets, and after a thread id in brackets. Reused
 * for many lines by one thread.
 */
final class Stamp {
    /** A time ends within so many characters of its line. */
    static final int LONGEST = 64;

    private int cachedDate = -1;
    private long cachedDay;
    private long epochSecond;
    private int nano;
    private int end;

    /** Reads at {@code from}; null when there is no time. */
    static @Nullable Stamp in(String line, int from) {
        String start = line.substring(from, Math.min(line.length(), from + LONGEST));
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        Stamp stamp = new Stamp();
        if (!stamp.read(bytes, 0, bytes.length)) {
            return null;
        }
        stamp.end += from;
        return stamp;
    }

    Instant time() {
        return Instant.ofEpochSecond(epochSecond, nano);
    }

    long epochMilli() {
        return epochSecond * 1000 + nano / 1_000_000;
    }

    /** Index of the first character after the time and its closing bracket. */
    int end() {
        return end;
    }

    boolean read(byte[] line, int from, int to) {
        int at = from;
        if (at + 19 > to) {
            return false;
        }
        boolean bracket = line[at] == '[';
        if (bracket) {
            int afterThread = afterThread(line, at + 1, to);
            if (afterThread >= 0) {
                at = afterThread;
                bracket = at < to && line[at] == '[';
            }
            at += bracket ? 1 : 0;
        }
        if (at + 19 > to || !readDate(line, at) || !readTime(line, to)) {
            return false;
        }
        if (bracket) {
            return end < to && line[end++] == ']';
        }
        return true;
    }

    /** Index after {@code digits] } or -1. */
    private static int afterThread(byte[] line, int from, int to) {
        int at = from;
        while (at < to && at < from + 10 && isDigit(line[at])) {
            at++;
        }
        boolean closed = at > from && at + 1 < to && line[at] == ']' && line[at + 1] == ' ';
        return closed ? at + 2 : -1;
    }

    private boolean readDate(byte[] line, int at) {
        int year;
        int month;
        int day;
        int next = at + 10;
        byte third = line[at + 2];
        if (third == '/' && line[at + 5] == '/') {
            month = two(line, at);
            day = two(line, at + 3);
            year = two(line, at + 6) * 100 + two(line, at + 8);
        } else if ((line[at + 4] == '-' || line[at + 4] == '/') && line[at + 7] == line[at + 4]) {
            year = two(line, at) * 100 + two(line, at + 2);
            month = two(line, at + 5);
            day = two(line, at + 8);
            next += line[next] == ',' ? 1 : 0;
        } else {
            return false;
        }
        if (line[next] != ' ' && line[next] != 'T') {
            return false;
        }
        end = next + 1;
        return setDay(year, month, day);
    }

    private boolean setDay(int year, int month, int day) {
        if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        int date = (year * 100 + month) * 100 + day;
        if (date != cachedDate) {
            if (day > 28 && !YearMonth.of(year, month).isValidDay(day)) {
                return false;
            }
            cachedDay = epochDay(year, month, day);
            cachedDate = date;
        }
        return true;
    }

    /** By hand, for most stamps are read once: years of 400 start with March. */
    static long epochDay(int year, int month, int day) {
        int shifted = month > 2 ? year : year - 1;
        int era = shifted / 400;
        int yearOfEra = shifted % 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }

    private boolean readTime(byte[] line, int to) {
        int at = end;
        if (at + 8 > to || line[at + 2] != ':' || line[at + 5] != ':') {
            return false;
        }
        int hour = two(line, at);
        int minute = two(line, at + 3);
        int second = two(line, at + 6);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return false;
        }
        end = at + 8;
        epochSecond = cachedDay * 86_400 + hour * 3600L + minute * 60L + second;
        readFraction(line, to);
        readOffset(line, to);
        return true;
    }

    private void readFraction(byte[] line, int to) {
        nano = 0;
        if (end + 1 >= to || (line[end] != '.' && line[end] != ',') || !isDigit(line[end + 1])) {
            return;
        }
        int scale = 100_000_000;
        for (end++; end < to && isDigit(line[end]); end++) {
            nano += (line[end] - '0') * scale;
            scale /= 10;
        }
    }

    private void readOffset(byte[] line, int to) {
        if (end < to && line[end] == 'Z') {
            end++;
            return;
        }
        if (end + 6 > to || (line[end] != '+' && line[end] != '-') || line[end + 3] != ':') {
            return;
        }
        int hours = two(line, end + 1);
        int minutes = two(line, end + 4);
        if (hours >= 0 && hours <= 18 && minutes >= 0 && minutes <= 59) {
            int seconds = hours * 3600 + minutes * 60;
            epochSecond += line[end] == '+' ? -seconds : seconds;
            end += 6;
        }
    }

    /** Two digits; negative enough to spoil any sum when they are none. */
    private static int two(byte[] line, int at) {
        int tens = line[at] - '0';
        int ones = line[at + 1] - '0';
        return (tens | ones | 9 - tens | 9 - ones) < 0 ? -100_000 : tens * 10 + ones;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
