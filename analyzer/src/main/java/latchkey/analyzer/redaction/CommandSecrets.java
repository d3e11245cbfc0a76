package latchkey.analyzer.redaction;

import java.util.List;

/** Secrets that a command takes by position or by a short flag. */
final class CommandSecrets implements Detector {
    private static final int REACH = 300;
    /** Programs whose -p or -P is a password. */
    private static final List<String> TAKERS = List.of(
            "az ", "az.cmd ", "psexec", "sshpass", "sqlcmd", "bcp ", "osql ", "docker login", "plink", "pscp", "winrs",
            "schtasks", "mysql", "net user", "cmdkey");

    @Override
    public void find(Passage passage, List<Span> found) {
        netCommands(passage, found);
        secureStrings(passage, found);
        shortFlags(passage, found);
    }

    private static void netCommands(Passage passage, List<Span> found) {
        for (int at = passage.find("net", 0); at >= 0; at = passage.find("net", at + 3)) {
            if (Passage.isWord(passage.at(at - 1))) {
                continue;
            }
            int verb = passage.at(at + 3) == '1' ? at + 4 : at + 3;
            verb = passage.has(verb, ".exe") ? verb + 4 : verb;
            int word = skipJoint(passage, verb);
            if (word > verb && passage.has(word, "user") && !Passage.isWord(passage.at(word + 4))) {
                netUser(passage, word + 4, found);
            } else if (word > verb && passage.has(word, "use") && !Passage.isWord(passage.at(word + 3))) {
                netUse(passage, word + 3, found);
            }
        }
    }

    /** net user NAME PASSWORD: the second word that is no switch. */
    private static void netUser(Passage passage, int from, List<Span> found) {
        Argument name = Argument.behind(passage, from);
        Argument second = Argument.behind(passage, name.next());
        if (name.isSwitch(passage) || second.isEmpty()) {
            return;
        }
        while (second.isSwitch(passage) && !second.isEmpty() && second.next() - from < REACH) {
            second = Argument.behind(passage, second.next());
        }
        second.take(passage, found);
    }

    /** net use DEVICE SHARE PASSWORD: what is neither drive, share nor switch. */
    private static void netUse(Passage passage, int from, List<Span> found) {
        Argument argument = Argument.behind(passage, from);
        while (!argument.isEmpty() && argument.next() - from < REACH) {
            boolean isDrive = argument.end() - argument.start() == 2 && passage.at(argument.end() - 1) == ':';
            boolean isShare = passage.at(argument.start()) == '\\' || passage.at(argument.start() - 1) == '\\';
            if (!isDrive && !isShare && !argument.isSwitch(passage)) {
                argument.take(passage, found);
            }
            argument = Argument.behind(passage, argument.next());
        }
    }

    private static void secureStrings(Passage passage, List<Span> found) {
        String command = "convertto-securestring";
        for (int at = passage.find(command, 0); at >= 0; at = passage.find(command, at + 1)) {
            Argument argument = Argument.behind(passage, at + command.length());
            while (!argument.isEmpty() && passage.at(argument.start()) == '-' && argument.next() - at < REACH) {
                argument = Argument.behind(passage, argument.next());
            }
            argument.take(passage, found);
        }
    }

    private static void shortFlags(Passage passage, List<Span> found) {
        int programAt = -REACH;
        for (int at = 0; at < passage.length(); at++) {
            char c = passage.at(at);
            boolean startsWord = !Passage.isWord(passage.at(at - 1));
            if (startsWord && TAKERS.stream().anyMatch(taker(passage, at))) {
                programAt = at;
            }
            boolean isFlag = (c == '-' || c == '/') && startsWord && (passage.at(at + 1) | 0x20) == 'p';
            if (isFlag && at - programAt < REACH && !Passage.isWord(passage.at(at + 2)) && passage.at(at + 2) != '/') {
                Argument.behind(passage, passage.at(at + 2) == ':' || passage.at(at + 2) == '=' ? at + 3 : at + 2)
                        .take(passage, found);
            }
        }
    }

    private static java.util.function.Predicate<String> taker(Passage passage, int at) {
        return program -> passage.has(at, program);
    }

    private static int skipJoint(Passage passage, int from) {
        int at = from;
        while (at - from < 64 && (Passage.isBlank(passage.at(at)) || "\"',\\".indexOf(passage.at(at)) >= 0)) {
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
            while (end < passage.length() && end - at < 1024 && !Character.isWhitespace(passage.at(end)) && passage.at(end) != '"') {
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

        void take(Passage passage, List<Span> found) {
            boolean isLong = end - start > 200;
            if (isEmpty() || isSwitch(passage) || (!isLong && Secrets.isHarmless(passage.value(start, end), isQuoted))) {
                return;
            }
            boolean spreads = Secrets.isDistinct(passage.value(start, end));
            found.add(new Span(start, end, Mask.SECRET, spreads));
        }
    }
}
