package latchkey.analyzer.redaction;

import java.util.List;

/** Addresses of machines and of people; version numbers look alike and are left. */
final class Addresses implements Detector {
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final List<String> VERSION_WORDS = List.of("version", "versions", "ver", "build", "v");

    @Override
    public void find(Passage passage, List<Span> found) {
        fourParts(passage, found);
        if (passage.text().indexOf(':') >= 0) {
            colonParts(passage, found);
        }
        for (int at = passage.text().indexOf('@'); at >= 0; at = passage.text().indexOf('@', at + 1)) {
            mail(passage, at, found);
        }
    }

    private static void mail(Passage passage, int sign, List<Span> found) {
        int start = passage.runStart(sign, "._%+-", 64);
        int end = sign + 1;
        while (end - sign < 254 && (Passage.isWord(passage.at(end)) || passage.at(end) == '.')) {
            end++;
        }
        while (end > sign + 1 && !Passage.isAlphanumeric(passage.at(end - 1))) {
            end--;
        }
        int dot = end - 1;
        while (dot > sign && passage.at(dot) != '.') {
            dot--;
        }
        boolean isDomain = dot > sign + 1 && end - dot > 2 && Character.isLetter(passage.at(dot + 1));
        if (start < sign && isDomain) {
            found.add(new Span(start, end, Mask.EMAIL, false));
        }
    }

    private static void fourParts(Passage passage, List<Span> found) {
        int at = 0;
        while (at < passage.length()) {
            if (!isDigit(passage.at(at))) {
                at++;
                continue;
            }
            int end = at;
            while (isDigit(passage.at(end)) || passage.at(end) == '.') {
                end++;
            }
            int stop = passage.at(end - 1) == '.' ? end - 1 : end;
            if (stop - at >= 7 && stop - at <= 15 && isAddress(passage, at, stop)) {
                found.add(new Span(at, stop, Mask.ADDRESS, false));
            }
            at = end;
        }
    }

    private static boolean isAddress(Passage passage, int start, int end) {
        String text = passage.value(start, end);
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4 || WellKnown.isAddress(text)) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return stands(passage, start, end) && !isVersion(passage, start, Integer.parseInt(parts[0]));
    }

    /** Neither part of a longer word or number nor a folder of a path. */
    private static boolean stands(Passage passage, int start, int end) {
        char before = passage.at(start - 1);
        char after = passage.at(end);
        if (Passage.isWord(before) || before == '.' || Character.isLetter(after) || after == '_' || after == '\\') {
            return isShare(passage, start);
        }
        if (before == '\\') {
            return isShare(passage, start);
        }
        return before != '/' || passage.at(start - 2) == '/';
    }

    private static boolean isShare(Passage passage, int start) {
        int at = start;
        while (passage.at(at - 1) == '\\' && start - at < 8) {
            at--;
        }
        char before = passage.at(at - 1);
        return start - at >= 2 && !Passage.isAlphanumeric(before) && before != ':' && before != ')' && before != '}';
    }

    /** Behind a word for it or the name of a handler; low first numbers need a reason to be an address. */
    private static boolean isVersion(Passage passage, int start, int first) {
        int at = start;
        while (at > 0 && start - at < 12 && "\"'\\:=([<>, \t".indexOf(passage.at(at - 1)) >= 0) {
            at--;
        }
        int wordStart = passage.runStart(at, "._-", 64);
        String word = passage.folded().substring(wordStart, at);
        boolean isJoined = at == start && !word.isEmpty();
        if (isJoined || word.endsWith("version") || VERSION_WORDS.contains(word)) {
            return true;
        }
        boolean isHandler = word.startsWith("microsoft.") || word.endsWith("agent") || word.endsWith("extension");
        return isHandler || (first < 10 && !namesAddress(passage, start, word));
    }

    private static boolean namesAddress(Passage passage, int start, String word) {
        return word.endsWith("address")
                || word.endsWith("ip")
                || word.endsWith("ipv4")
                || word.endsWith("host")
                || word.endsWith("server")
                || word.endsWith("servers")
                || word.endsWith("dns")
                || word.equals("from")
                || word.equals("to")
                || word.equals("source")
                || word.equals("destination")
                || word.equals("client")
                || word.equals("gateway")
                || passage.at(start - 1) == '/';
    }

    private static void colonParts(Passage passage, List<Span> found) {
        int at = 0;
        while (at < passage.length()) {
            int end = at;
            int colons = 0;
            while (isHexadecimal(passage, end) || passage.at(end) == ':') {
                colons += passage.at(end) == ':' ? 1 : 0;
                end++;
            }
            int stop = end;
            while (stop > at && passage.at(stop - 1) == ':' && passage.at(stop - 2) != ':') {
                stop--;
            }
            boolean stands = !Passage.isWord(passage.at(at - 1)) && !Passage.isWord(passage.at(end));
            if (colons >= 2 && stands && stop - at >= 4 && stop - at <= 39 && isSix(passage.value(at, stop))) {
                found.add(new Span(at, stop, Mask.ADDRESS, false));
            }
            at = end + 1;
        }
    }

    /** Eight groups, or fewer around a double colon; a clock has three. */
    private static boolean isSix(String text) {
        int gap = text.indexOf("::");
        String[] groups = text.split(":", -1);
        boolean isLong = gap < 0 && groups.length == 8;
        boolean isShort = gap >= 0 && text.indexOf("::", gap + 1) < 0 && groups.length <= 8;
        int digits = 0;
        for (String group : groups) {
            if (group.length() > 4) {
                return false;
            }
            digits += group.length();
        }
        return (isLong || isShort) && digits >= 3;
    }

    private static boolean isHexadecimal(Passage passage, int at) {
        return at < passage.length() && HEXADECIMAL.indexOf(passage.folded().charAt(at)) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
