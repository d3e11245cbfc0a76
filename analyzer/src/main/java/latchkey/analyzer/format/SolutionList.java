package latchkey.analyzer.format;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines of a text that list errors with their solutions, as a wiki page, a handbook or an
 * answer of a forum does: tables of any make with such a heading, items that point from an error to
 * advice, questions with answers. What stands there befell nobody.
 */
final class SolutionList {
    private static final String SYMPTOM =
            String.join(
                    "|",
                    "symptoms?|errors?|error messages?|messages?|problems?|issues?|questions?",
                    "codes?|symptome?|fehler|fehlermeldung(?:en)?|meldung(?:en)?|frage",
                    "erreurs?|messages?|problemes?|sintomas?|mensajes?|mensagens?|mensagem",
                    "erros?|problemas?");

    private static final String SOLUTION =
            String.join(
                    "|",
                    "solutions?|fix(?:es)?|resolutions?|remed(?:y|ies)|workarounds?|actions?",
                    "answers?|mitigations?|causes?|reasons?|what to do|how to fix|next steps?",
                    "losung(?:en)?|ursachen?|abhilfe|massnahmen?|behebung|antwort",
                    "remedes?|raisons?|que faire|soluci(?:on|ones)|causas?|acci(?:on|ones)",
                    "respuesta|soluc(?:ao|oes)|ac(?:ao|oes)");

    private static final String GAP =
            String.join(
                    "|",
                    "\\s*(?:\\||\\t|\\s{2,}",
                    ";|,|/|->|=>|\\u2192|</t[hd]>",
                    "\\bund\\b|\\band\\b|:)");

    /** Two columns, one of what is seen and one of what to do. */
    private static final Pattern HEADING =
            Pattern.compile(
                    "[^\\p{L}]*(?:<\\w[^>]*>\\s*)*[^\\p{L}]*(?:(?:common|known|typical|your|the|haufige|bekannte)"
                        + " )?(?:"
                            + SYMPTOM
                            + ")\\b[^.!?]{0,40}?"
                            + GAP
                            + "[^.!?]{0,60}\\b(?:"
                            + SOLUTION
                            + ")\\b[^.!?]{0,60}");

    private static final String ARROW = "(?:->|=>|-->|==>|[\\u2192\\u21d2\\u279c\\u2794])";
    private static final String OPENED = "[\"'`\\u2018\\u201c\\u201e\\u00ab]";
    private static final String CLOSED = "[\"'`\\u2019\\u201c\\u201d\\u00bb]";
    private static final String DASH = "(?:[:\\u2013\\u2014=|]|\\s-\\s|\\t)";

    /** An error, an arrow, and what to do; or a quoted error, a dash or colon, and what to do. */
    private static final Pattern POINTED =
            Pattern.compile(
                    "(?:.{8,}?\\s*"
                            + ARROW
                            + "|.{0,12}"
                            + OPENED
                            + ".{6,}"
                            + CLOSED
                            + "[^\\p{L}]{0,6}\\s*"
                            + DASH
                            + ")\\s*(.+)");

    private static final String VERBS =
            "add|allow|ask|attach|change|check|choose|clean|clear|close|configure|contact|correct"
                    + "|create|deallocate|delete|detach|disable|disconnect|do|enable|enter|extend"
                    + "|fix|free|give|grant|increase|install|join|leave|log|make|move|open|patch"
                    + "|pick|put|reboot|recreate|redeploy|re-?enable|regenerate|register"
                    + "|re-?install|rejoin|remove|rename|renew|repair|replace|request|re-?run"
                    + "|reset|resize|restart|restore|retry|run|scale|see|select|set|sign|start"
                    + "|stop|switch|take|temporary|try|turn|unblock|uninstall|unlock|update"
                    + "|upgrade|use|verify|wait|net user";

    /** English words that end as German infinitives do. */
    private static final String NO_INFINITIVE =
            "broken|forbidden|written|hidden|frozen|chosen|stolen|happen|between|eleven";

    private static final String ARTICLES = "le|la|les|l'|un|une|el|los|las|una|o|a|os|as|um|uma|de";

    /** What somebody is told to do: a verb at the beginning, or an infinitive at the end. */
    private static final Pattern ADVICE =
            Pattern.compile(
                    "(?:please |first |simply |just |then )?(?:"
                            + VERBS
                            + ")\\b.*"
                            // German: Konto entsperren
                            + "|.*\\b(?!"
                            + NO_INFINITIVE
                            + ")\\p{L}{4,}(?:en|ern|eln)[.!)]?"
                            // French, Spanish, Portuguese: vider le disque
                            + "|\\p{L}{3,}(?:er|ir|re|ez|ar) (?:"
                            + ARTICLES
                            + ")\\b.*");

    private static final Pattern QUESTION =
            Pattern.compile("[^\\p{L}]*(?:q|f|p|question|frage)\\s?\\d*[:.)].*");
    private static final Pattern ANSWER =
            Pattern.compile("[^\\p{L}]*(?:a|r|answer|antwort|fix|solution|losung)\\s?\\d*[:.)].*");

    /** One pointed item is a note somebody made; several are a list. */
    private static final int LEAST = 2;

    private SolutionList() {}

    /** Numbers of the lines, from 1. */
    static BitSet in(List<String> lines) {
        List<String> even = new ArrayList<>(lines.size());
        for (String line : lines) {
            even.add(
                    Normalizer.normalize(line, Normalizer.Form.NFD)
                            .replaceAll("\\p{M}", "")
                            .toLowerCase(Locale.ROOT));
        }
        BitSet listed = new BitSet();
        addTables(even, listed);
        addItems(even, listed);
        return listed;
    }

    private static void addTables(List<String> lines, BitSet listed) {
        for (int i = 0; i < lines.size(); i++) {
            if (HEADING.matcher(lines.get(i).strip()).matches()) {
                boolean html = lines.get(i).contains("<");
                int end = i + 1;
                while (end < lines.size() && !endsTable(lines, end, html)) {
                    end++;
                }
                // A heading alone, or a sentence with both words, lists nothing.
                if (end - i > LEAST) {
                    listed.set(i + 1, end + 1);
                }
            }
        }
    }

    private static boolean endsTable(List<String> lines, int at, boolean html) {
        return html ? lines.get(at - 1).contains("</table") : lines.get(at).isBlank();
    }

    private static void addItems(List<String> lines, BitSet listed) {
        BitSet pointed = new BitSet();
        BitSet asked = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher matcher = POINTED.matcher(line);
            if (matcher.matches() && ADVICE.matcher(matcher.group(1).strip()).matches()) {
                pointed.set(i + 1);
            }
            boolean answered =
                    i + 1 < lines.size() && ANSWER.matcher(lines.get(i + 1).strip()).matches();
            if (answered && QUESTION.matcher(line).matches()) {
                asked.set(i + 1, i + 3);
            }
        }
        if (pointed.cardinality() >= LEAST) {
            listed.or(pointed);
        }
        if (asked.cardinality() >= 2 * LEAST) {
            listed.or(asked);
        }
    }
}
