package latchkey.rules.catalog;

import latchkey.rules.rule.ErrorCode;
import latchkey.rules.rule.Phrase;
import latchkey.rules.rule.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The phrase book: messages of machines by id, each in the languages it is known in. Anchors are
 * chosen when it is read, so the compiled pack has them.
 */
final class Messages {
    private static final Set<String> LANGUAGES =
            Set.of("en", "de", "fr", "es", "pt-BR", "it", "ja", "zh-Hans", "nl", "pl", "ru");

    private static final String WORDS = "words";

    private final Map<String, Phrase> byId = new LinkedHashMap<>();
    private final Map<Integer, List<Phrase>> byNumber = new LinkedHashMap<>();

    Map<String, Phrase> byId() {
        return byId;
    }

    void add(Phrase phrase) {
        byId.put(phrase.id(), phrase);
        for (ErrorCode code : phrase.codes()) {
            Integer number = number(code);
            if (number != null) {
                byNumber.computeIfAbsent(number, key -> new ArrayList<>()).add(phrase);
            }
        }
    }

    /** The messages of an error in all languages. */
    List<Wording> of(ErrorCode code) {
        List<Wording> wordings = new ArrayList<>();
        for (Phrase phrase : byNumber.getOrDefault(number(code), List.of())) {
            wordings.addAll(phrase.wordings());
        }
        return wordings;
    }

    void read(Fields file) {
        for (Fields fields : file.eachFields("messages")) {
            String id = fields.text("id");
            if (byId.containsKey(id)) {
                fields.problem("id", "the message '" + id + "' is there twice");
            }
            List<ErrorCode> codes = new ArrayList<>();
            for (Fields written : fields.eachFields("code")) {
                ErrorCode code = code(written);
                written.refuseRest();
                if (code != null) {
                    codes.add(code);
                }
            }
            for (String language : fields.texts("verified")) {
                if (!LANGUAGES.contains(language)) {
                    fields.problem("verified", "unknown language '" + language + "'");
                }
            }
            add(new Phrase(id, codes, wordings(fields)));
            fields.refuseRest();
        }
    }

    static @Nullable ErrorCode code(Fields fields) {
        String hresult = fields.optional("hresult");
        Integer small = fields.wholeNumber("small");
        List<String> symbols = fields.texts("symbols");
        for (String symbol : symbols) {
            SignalReader.checkAnchor(fields, "symbols", symbol);
        }
        Integer value = hresult == null ? null : hresult(fields, hresult);
        if (value == null && small == null && symbols.isEmpty()) {
            fields.problem(fields.node(), "a code needs hresult, small or symbols");
            return null;
        }
        return new ErrorCode(value, small, symbols);
    }

    private static List<Wording> wordings(Fields fields) {
        List<Wording> wordings = new ArrayList<>();
        Fields words = fields.fields(WORDS);
        if (words == null) {
            fields.problem(fields.node(), "'" + WORDS + "' is missing");
            return wordings;
        }
        for (String language : words.node().nodes().keySet()) {
            if (!LANGUAGES.contains(language)) {
                words.problem(language, "unknown language '" + language + "'");
            }
            for (Node.Text text : words.textNodes(language)) {
                wordings.add(chosen(words, text));
            }
        }
        return wordings;
    }

    private static Wording chosen(Fields words, Node.Text text) {
        List<String> anchors = AnchorChoice.of(text.value());
        if (anchors.isEmpty()) {
            words.problem(
                    text,
                    "'" + text.value() + "' has no fixed run that is long enough to be searched");
        }
        for (String anchor : anchors) {
            String folded = anchor.toLowerCase(Locale.ROOT);
            if (OrdinaryLines.ALL.stream().anyMatch(line -> line.contains(folded))) {
                words.problem(text, "'" + anchor + "' stands in lines ordinary logs are full of");
            }
        }
        return new Wording(text.value(), anchors);
    }

    private static @Nullable Integer number(ErrorCode code) {
        Integer hresult = code.hresult();
        return hresult == null ? code.small() : hresult;
    }

    private static @Nullable Integer hresult(Fields fields, String text) {
        try {
            return Integer.parseUnsignedInt(
                    text.toLowerCase(Locale.ROOT).replaceFirst("^0x", ""), 16);
        } catch (NumberFormatException e) {
            fields.problem("hresult", "'" + text + "' is no 32-bit hexadecimal number");
            return null;
        }
    }
}
