package latchkey.analyzer.report.face;

import latchkey.rules.rule.Rule;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The rule base as a list. */
public final class RuleList {
    private final List<Rule> rules;

    public RuleList(Collection<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public void printText(Writer out) throws IOException {
        for (Rule rule : rules) {
            String kind = Word.of(rule.kind());
            out.write(
                    String.format(
                            Locale.ROOT,
                            "%s  %-7s  %s\n",
                            rule.id(),
                            kind,
                            Visible.prose(rule.title())));
        }
    }

    public void printJson(Writer out) throws IOException {
        JsonPage.indented(
                out,
                page ->
                        page.array(
                                rules,
                                rule -> {
                                    page.text("id", rule.id());
                                    page.text("kind", Word.of(rule.kind()));
                                    page.text("cause", rule.cause());
                                    page.text("severity", Word.of(rule.severity()));
                                    page.text("title", rule.title());
                                }));
    }
}
