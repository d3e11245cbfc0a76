package latchkey.rules.catalog;

import latchkey.rules.rule.Cause;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;

import java.util.List;
import java.util.stream.Collectors;

/** Draws the page that lists every rule and every cause; it is generated, so it cannot lie. */
public final class Catalogue {
    private static final String HEAD =
            """
            # Catalogue of rules

            Generated from `rules/catalog` and `rules/vocabulary`; do not edit.
            Rewrite it with `mvn -pl rules test -Dtest=CataloguePageTest -Dlatchkey.rewrite=true`.
            """;

    private static final String TABLE =
            """
            | id | title | kind | cause | proof | fixes |
            | --- | --- | --- | --- | --- | --- |
            """;

    private static final String CAUSES =
            """

            ## Causes

            | cause | title | rules |
            | --- | --- | --- |
            """;

    private Catalogue() {}

    public static String markdown(Pack pack) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Area area : Area.values()) {
            List<Rule> rules =
                    pack.rules().values().stream()
                            .filter(rule -> Area.of(rule.id()).filter(area::equals).isPresent())
                            .toList();
            if (!rules.isEmpty()) {
                page.append("\n## ").append(area.title()).append("\n\n");
                page.append(TABLE);
                rules.forEach(rule -> page.append(row(rule)));
            }
        }
        page.append(CAUSES);
        pack.causes().values().forEach(cause -> page.append(row(cause, pack)));
        return page.toString();
    }

    private static String row(Rule rule) {
        String cause = rule.cause();
        return cells(
                rule.id().value(),
                rule.title(),
                Fields.labelOf(rule.kind()),
                cause == null ? "" : cause,
                Fields.labelOf(rule.proof()),
                String.join(", ", rule.fixes()));
    }

    private static String row(Cause cause, Pack pack) {
        String rules =
                pack.rules().values().stream()
                        .filter(rule -> cause.id().equals(rule.cause()))
                        .map(rule -> rule.id().value())
                        .collect(Collectors.joining(", "));
        return cells(cause.id(), cause.title(), rules);
    }

    private static String cells(String... texts) {
        StringBuilder row = new StringBuilder("|");
        for (String text : texts) {
            row.append(' ').append(text.replace("|", "\\|")).append(" |");
        }
        return row.append('\n').toString();
    }
}
