package latchkey.analyzer.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Secrets that their own shape gives away: signatures, tokens, key blocks, long base64. */
final class ShapedSecrets implements Detector {
    static final int SHORTEST_BLOB = 60;
    private static final String BLOB_MARKS = "+/=";
    private static final String TOKEN_MARKS = "-_.~+/=%";
    private static final Set<String> SCHEMES =
            Set.of(
                    "bearer",
                    "basic",
                    "sharedkey",
                    "sharedkeylite",
                    "sharedaccesssignature",
                    "negotiate",
                    "ntlm",
                    "digest");

    @Override
    public void find(Passage passage, List<Span> found) {
        signatures(passage, found);
        authorizations(passage, found);
        bearers(passage, found);
        webTokens(passage, found);
        keyBlocks(passage, found);
        blobs(passage, found);
        userInfos(passage, found);
        clientSecrets(passage, found);
    }

    private static void signatures(Passage passage, List<Span> found) {
        int next;
        for (int at = passage.find("sig", 0); at >= 0; at = passage.find("sig", next)) {
            next = at + 3;
            int sign = passage.at(at + 3) == '=' ? 1 : passage.has(at + 3, "%3d") ? 3 : 0;
            char before = passage.at(at - 1);
            if (sign > 0 && !Character.isLetter(before)) {
                next = passage.runEnd(at + 3 + sign, "%+/=_-");
                take(passage, at + 3 + sign, next, 8, found);
            }
        }
    }

    private static void authorizations(Passage passage, List<Span> found) {
        String name = "authorization";
        int next;
        for (int at = passage.find(name, 0); at >= 0; at = passage.find(name, next)) {
            next = at + name.length();
            int joint = skip(passage, at + name.length(), "\"'\\ \t");
            if (passage.at(joint) != ':' && passage.at(joint) != '=') {
                continue;
            }
            int start = skip(passage, joint + 1, "\"'\\ \t");
            int end = credentialEnd(passage, start);
            if (end - start < 40 && SCHEMES.contains(passage.folded().substring(start, end))) {
                start = passage.skipBlanks(end);
                end = credentialEnd(passage, start);
            }
            next = Math.max(next, end);
            boolean isProse =
                    end - start <= 200 && Secrets.isHarmless(passage.value(start, end), false);
            take(passage, start, isProse ? start : end, 6, found);
        }
    }

    private static int credentialEnd(Passage passage, int start) {
        int at = start;
        while (at < passage.length() && " \t\r\n\"'\\,;<".indexOf(passage.at(at)) < 0) {
            at++;
        }
        return at;
    }

    private static void bearers(Passage passage, List<Span> found) {
        for (int at = passage.find("bearer", 0); at >= 0; at = passage.find("bearer", at + 6)) {
            int start = passage.skipBlanks(at + 6);
            if (start > at + 6) {
                take(passage, start, passage.runEnd(start, TOKEN_MARKS), 16, found);
            }
        }
    }

    private static void webTokens(Passage passage, List<Span> found) {
        for (int at = passage.find("eyj", 0); at >= 0; at = passage.find("eyj", at + 3)) {
            int end = passage.runEnd(at, "-_.=");
            int dot = passage.runEnd(at, "-_");
            if (passage.at(dot) == '.' && dot > at + 8 && dot < end - 4) {
                take(passage, at, end, 16, found);
            }
            at = Math.max(at, end - 3);
        }
    }

    private static void keyBlocks(Passage passage, List<Span> found) {
        int at = passage.find("-----begin ", 0);
        while (at >= 0) {
            int start = passage.find("-----", at + 11);
            int end = start < 0 ? -1 : passage.find("-----end ", start + 5);
            int stop = end < 0 ? passage.length() : end;
            if (start >= 0) {
                found.add(new Span(Math.min(start + 5, stop), stop, Mask.SECRET, false));
            }
            at = passage.find("-----begin ", Math.max(stop, at + 11));
        }
    }

    /**
     * Storage keys, sealed settings, certificates: long, of all kinds of characters, and not built
     * like a path.
     */
    private static void blobs(Passage passage, List<Span> found) {
        longRuns(
                passage,
                (start, end) -> {
                    if (isBlob(passage, start, end)) {
                        found.add(new Span(start, end, Mask.SECRET, false));
                    }
                });
    }

    /** A run of characters. */
    interface Run {
        void at(int start, int end);
    }

    /** Only where the last character of a long run may stand is looked at, and back from there. */
    static void longRuns(Passage passage, Run run) {
        int at = 0;
        while (at + SHORTEST_BLOB <= passage.length()) {
            int start = passage.runStart(at + SHORTEST_BLOB, BLOB_MARKS, SHORTEST_BLOB);
            if (start > at) {
                at = start;
            } else {
                int end = passage.runEnd(at + SHORTEST_BLOB, BLOB_MARKS);
                run.at(at, end);
                at = end + 1;
            }
        }
    }

    private static boolean isBlob(Passage passage, int start, int end) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        int slashes = 0;
        for (int i = start; i < end; i++) {
            char c = passage.at(i);
            upper += c >= 'A' && c <= 'Z' ? 1 : 0;
            lower += c >= 'a' && c <= 'z' ? 1 : 0;
            digits += c >= '0' && c <= '9' ? 1 : 0;
            slashes += c == '/' ? 1 : 0;
        }
        int length = end - start;
        return upper * 8 >= length && lower * 8 >= length && digits >= 2 && slashes * 20 <= length;
    }

    /** scheme://user:password@host. */
    private static void userInfos(Passage passage, List<Span> found) {
        for (int at = passage.find("://", 0); at >= 0; at = passage.find("://", at + 3)) {
            int end = at + 3;
            int colon = -1;
            int sign = -1;
            while (end - at < 300
                    && "/\"'<> \t\r\n".indexOf(passage.at(end)) < 0
                    && passage.at(end) != 0) {
                colon = passage.at(end) == ':' && colon < 0 ? end : colon;
                sign = passage.at(end) == '@' ? end : sign;
                end++;
            }
            if (colon > 0 && sign > colon) {
                take(passage, colon + 1, sign, 1, found);
            }
        }
    }

    /** Entra's client secrets hold a digit and Q~ behind their first three characters. */
    private static void clientSecrets(Passage passage, List<Span> found) {
        for (int at = passage.find("q~", 0); at >= 0; at = passage.find("q~", at + 2)) {
            int start = at - 4;
            int end = at;
            while (end - at < 48
                    && (Passage.isWord(passage.at(end))
                            || passage.at(end) == '~'
                            || passage.at(end) == '.')) {
                end++;
            }
            if (start >= 0 && Character.isDigit(passage.at(at - 1)) && end - at >= 30) {
                take(passage, start, end, 34, found);
            }
        }
    }

    private static int skip(Passage passage, int from, String marks) {
        int at = from;
        while (at < passage.length() && at - from < 64 && marks.indexOf(passage.at(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static void take(Passage passage, int start, int end, int shortest, List<Span> found) {
        if (end - start < shortest) {
            return;
        }
        String value = passage.value(start, end);
        if (end - start <= 200 && WellKnown.isPlaceholder(value.toLowerCase(Locale.ROOT))) {
            return;
        }
        found.add(new Span(start, end, Mask.SECRET, Secrets.isDistinct(value)));
    }
}
