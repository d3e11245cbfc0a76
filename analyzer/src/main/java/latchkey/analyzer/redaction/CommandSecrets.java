package latchkey.analyzer.redaction;

import java.util.List;

/** Secrets that a command takes by position or by a short flag. */
final class CommandSecrets implements Detector {
    private static final int REACH = 300;
    private static final int MOST_WORDS = 8;

    /** Programs whose -p or -P is a password. */
    static final List<String> TAKERS =
            List.of(
                    "az ",
                    "az.cmd ",
                    "psexec",
                    "sshpass",
                    "sqlcmd",
                    "bcp ",
                    "osql ",
                    "docker login",
                    "plink",
                    "pscp",
                    "winrs",
                    "schtasks",
                    "mysql",
                    "net user",
                    "cmdkey");

    @Override
    public void find(Passage passage, List<Span> found) {
        netCommands(passage, found);
        secureStrings(passage, found);
        shortFlags(passage, found);
    }

    private static void netCommands(Passage passage, List<Span> found) {
        int next;
        for (int at = passage.find("net", 0); at >= 0; at = passage.find("net", next)) {
            next = at + 3;
            if (Passage.isWord(passage.at(at - 1))) {
                continue;
            }
            int verb = passage.at(at + 3) == '1' ? at + 4 : at + 3;
            verb = passage.has(verb, ".exe") ? verb + 4 : verb;
            int word = skipJoint(passage, verb);
            if (word > verb && passage.has(word, "user") && !Passage.isWord(passage.at(word + 4))) {
                next = netUser(passage, word + 4, found);
            } else if (word > verb
                    && passage.has(word, "use")
                    && !Passage.isWord(passage.at(word + 3))) {
                next = netUse(passage, word + 3, found);
            }
        }
    }

    /** net user NAME PASSWORD: the second word that is no switch. */
    private static int netUser(Passage passage, int from, List<Span> found) {
        Argument name = Argument.behind(passage, from);
        Argument second = Argument.behind(passage, name.next());
        if (name.isSwitch(passage) || second.isEmpty()) {
            return from;
        }
        for (int words = 0;
                words < MOST_WORDS && second.isSwitch(passage) && !second.isEmpty();
                words++) {
            second = Argument.behind(passage, second.next());
        }
        return Math.max(from, second.take(passage, found));
    }

    /** net use DEVICE SHARE PASSWORD: what is neither drive, share nor switch. */
    private static int netUse(Passage passage, int from, List<Span> found) {
        Argument argument = Argument.behind(passage, from);
        int read = from;
        for (int words = 0; words < MOST_WORDS && !argument.isEmpty(); words++) {
            boolean isDrive =
                    argument.end() - argument.start() == 2 && passage.at(argument.end() - 1) == ':';
            boolean isShare =
                    passage.at(argument.start()) == '\\'
                            || passage.at(argument.start() - 1) == '\\';
            if (!isDrive && !isShare && !argument.isSwitch(passage)) {
                argument.take(passage, found);
            }
            read = argument.next();
            argument = Argument.behind(passage, read);
        }
        return read;
    }

    private static void secureStrings(Passage passage, List<Span> found) {
        String command = "convertto-securestring";
        int next;
        for (int at = passage.find(command, 0); at >= 0; at = passage.find(command, next)) {
            Argument argument = Argument.behind(passage, at + command.length());
            for (int words = 0;
                    words < MOST_WORDS && passage.at(argument.start()) == '-';
                    words++) {
                argument = Argument.behind(passage, argument.next());
            }
            next = Math.max(at + command.length(), argument.take(passage, found));
        }
    }

    private static void shortFlags(Passage passage, List<Span> found) {
        for (String taker : TAKERS) {
            int read = 0;
            for (int at = passage.find(taker, 0);
                    at >= 0;
                    at = passage.find(taker, at + taker.length())) {
                if (!Passage.isWord(passage.at(at - 1))) {
                    read = shortFlags(passage, Math.max(read, at), at + REACH, found);
                }
            }
        }
    }

    private static int shortFlags(Passage passage, int from, int to, List<Span> found) {
        int at = from;
        while (at < Math.min(to, passage.length())) {
            char c = passage.at(at);
            boolean isFlag =
                    (c == '-' || c == '/')
                            && (passage.at(at + 1) | 0x20) == 'p'
                            && !Passage.isWord(passage.at(at - 1))
                            && !Passage.isWord(passage.at(at + 2))
                            && passage.at(at + 2) != '/';
            if (isFlag) {
                boolean isJoined = passage.at(at + 2) == ':' || passage.at(at + 2) == '=';
                at =
                        Math.max(
                                at,
                                Argument.behind(passage, isJoined ? at + 3 : at + 2)
                                                .take(passage, found)
                                        - 1);
            }
            at++;
        }
        return at;
    }

    private static int skipJoint(Passage passage, int from) {
        int at = from;
        while (at - from < 64
                && (Passage.isBlank(passage.at(at)) || "\"',\\".indexOf(passage.at(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** One word of a command line, quoted or not. */
    private record Argument(int start, int end, int next, boolean isQuoted) {
        static Argument behind(Passage passage, int from) {
            int at = from;
            int closing = passage.quoteLength(at);
            boolean endsWord = closing > 0 && " ,".indexOf(passage.at(at + closing)) >= 0;
            at = passage.skipBlanks(endsWord ? at + closing : at);
            at = passage.at(at) == ',' ? passage.skipBlanks(at + 1) : at;
            int mark = passage.quoteLength(at);
            if (mark > 0) {
                int end = passage.quotedEnd(at + mark, passage.value(at, at + mark));
                return new Argument(at + mark, end, Math.min(passage.length(), end + mark), true);
            }
            int end = at;
            while (end < passage.length()
                    && end - at < NamedValue.LONGEST_LOOK
                    && !Character.isWhitespace(passage.at(end))
                    && passage.at(end) != '"') {
                end++;
            }
            return new Argument(at, end, end, false);
        }

        boolean isEmpty() {
            return end <= start;
        }

        boolean isSwitch(Passage passage) {
            return passage.at(start) == '/';
        }

        /** Where to go on. */
        int take(Passage passage, List<Span> found) {
            boolean isLong = end - start > 200;
            if (isEmpty()
                    || isSwitch(passage)
                    || (!isLong && Secrets.isHarmless(passage.value(start, end), isQuoted))) {
                return start;
            }
            int stop =
                    end - start < NamedValue.LONGEST_LOOK || isQuoted ? end : passage.bareEnd(end);
            found.add(
                    new Span(
                            start,
                            stop,
                            Mask.SECRET,
                            Secrets.isDistinct(passage.value(start, stop))));
            return stop;
        }
    }
}
