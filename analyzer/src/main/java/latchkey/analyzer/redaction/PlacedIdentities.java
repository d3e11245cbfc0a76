package latchkey.analyzer.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hosts, accounts and ids that their place in a path, a command or a sentence gives away. */
final class PlacedIdentities implements Detector {
    private static final String NAME_MARKS = "_-.$";
    private static final Set<String> NO_DOMAIN = Set.of(
            "hklm", "hkcu", "hku", "hkcr", "builtin", "root", "system", "software", "device", "authority", "service", "nt",
            "sam", "security", "bin", "logs", "status", "config", "packages", "plugins", "users", "windows", "system32");

    @Override
    public void find(Passage passage, List<Span> found) {
        behind(passage, "/subscriptions/", Mask.SUBSCRIPTION, found);
        behind(passage, "/microsoft.compute/virtualmachines/", Mask.HOST, found);
        behind(passage, "/microsoft.hybridcompute/machines/", Mask.HOST, found);
        homes(passage, found);
        existing(passage, found);
        domainNames(passage, found);
        netUsers(passage, found);
        securityIds(passage, found);
    }

    private static void behind(Passage passage, String place, Mask mask, List<Span> found) {
        for (int at = passage.find(place, 0); at >= 0; at = passage.find(place, at + place.length())) {
            int start = at + place.length();
            boolean isOperation = mask == Mask.HOST && !passage.has(at - 10, "/providers");
            int end = isOperation ? start : passage.runEnd(start, "_-.");
            boolean isId = mask != Mask.SUBSCRIPTION || NamedIdentities.isGuid(passage.value(start, Math.min(end, start + 40)));
            if (isId) {
                take(passage, start, end, mask, found);
            }
        }
    }

    /** The folder below Users of a drive. */
    private static void homes(Passage passage, List<Span> found) {
        for (String place : List.of("users", "documents and settings")) {
            for (int at = passage.find(place, 0); at >= 0; at = passage.find(place, at + place.length())) {
                int drive = at;
                while (isSeparator(passage.at(drive - 1)) && at - drive < 8) {
                    drive--;
                }
                int start = at + place.length();
                while (isSeparator(passage.at(start)) && start - at < 40) {
                    start++;
                }
                boolean isHome = drive < at && passage.at(drive - 1) == ':' && start > at + place.length();
                if (isHome) {
                    take(passage, start, folderEnd(passage, start), Mask.ACCOUNT, found);
                }
            }
        }
    }

    /** A folder's name may hold blanks when a separator follows soon. */
    private static int folderEnd(Passage passage, int start) {
        int word = passage.runEnd(start, NAME_MARKS);
        int end = word;
        while (end - start < 40 && (passage.at(end) == ' ' || passage.runEnd(end, NAME_MARKS) > end)) {
            end++;
        }
        return isSeparator(passage.at(end)) ? end : word;
    }

    private static boolean isSeparator(char c) {
        return c == '\\' || c == '/';
    }

    /** "User account NAME already exists". */
    private static void existing(Passage passage, List<Span> found) {
        String told = " already exists";
        for (int at = passage.find(told, 0); at >= 0; at = passage.find(told, at + told.length())) {
            int start = passage.runStart(at, NAME_MARKS, 64);
            if (passage.has(start - 8, "account ") || passage.has(start - 5, "user ")) {
                take(passage, start, at, Mask.ACCOUNT, found);
            }
        }
    }

    /** DOMAIN\NAME: a short upper-case word, or any behind a word for an account. */
    private static void domainNames(Passage passage, List<Span> found) {
        for (int at = passage.text().indexOf('\\'); at > 0; at = passage.text().indexOf('\\', at + 1)) {
            int domain = passage.runStart(at, "-_.", 17);
            int start = passage.at(at + 1) == '\\' ? at + 2 : at + 1;
            char before = passage.at(domain - 1);
            boolean isFirst = before == 0 || Character.isWhitespace(before) || "\"'(=,;>[:".indexOf(before) >= 0;
            if (domain == at || at - domain > 15 || !isFirst || !isDomain(passage, domain, at)) {
                continue;
            }
            int end = passage.runEnd(start, NAME_MARKS);
            end = end > start && passage.at(end - 1) == '.' ? end - 1 : end;
            boolean isPath = isSeparator(passage.at(end)) || end - start > 64;
            if (!isPath && end > start) {
                take(passage, domain, at, Mask.HOST, found);
                take(passage, start, end, Mask.ACCOUNT, found);
            }
        }
    }

    private static boolean isDomain(Passage passage, int start, int end) {
        String word = passage.value(start, end);
        if (NO_DOMAIN.contains(word.toLowerCase(Locale.ROOT)) || WellKnown.isName(word)) {
            return false;
        }
        boolean isUpper = word.chars().noneMatch(Character::isLowerCase) && word.chars().anyMatch(Character::isUpperCase);
        int noun = start - 1;
        while (noun > 0 && start - noun < 6 && " '\":=\t".indexOf(passage.at(noun - 1)) >= 0) {
            noun--;
        }
        return isUpper || passage.has(noun - 4, "user") || passage.has(noun - 7, "account") || passage.has(noun - 4, "name");
    }

    private static void netUsers(Passage passage, List<Span> found) {
        for (int at = passage.find("net", 0); at >= 0; at = passage.find("net", at + 3)) {
            int verb = passage.has(at + 3, ".exe") ? at + 7 : at + 3;
            int user = passage.skipBlanks(passage.at(verb) == '1' ? verb + 1 : verb);
            if (user > verb && passage.has(user, "user ") && !Passage.isWord(passage.at(at - 1))) {
                int start = passage.skipBlanks(user + 5);
                start += passage.quoteLength(start);
                take(passage, start, passage.runEnd(start, NAME_MARKS), Mask.ACCOUNT, found);
            }
        }
    }

    /** The part that names a machine or domain; the last number stays, it tells well-known accounts. */
    private static void securityIds(Passage passage, List<Span> found) {
        String place = "s-1-5-21-";
        for (int at = passage.find(place, 0); at >= 0; at = passage.find(place, at + place.length())) {
            int end = at + place.length();
            int dashes = 0;
            while (end - at < 50 && (Character.isDigit(passage.at(end)) || (passage.at(end) == '-' && dashes < 2))) {
                dashes += passage.at(end) == '-' ? 1 : 0;
                end++;
            }
            found.add(new Span(at, end, Mask.OBJECT, false));
        }
    }

    private static void take(Passage passage, int start, int end, Mask mask, List<Span> found) {
        boolean isSomebody = mask == Mask.SUBSCRIPTION || !WellKnown.isNobody(passage.value(start, Math.min(end, start + 105)));
        if (end - start >= 2 && end - start <= 104 && isSomebody) {
            found.add(new Span(start, end, mask, true));
        }
    }
}
