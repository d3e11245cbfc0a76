package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value of the registry.
 *
 * @param text a number in decimal, else the words
 */
record RegistryValue(String key, String name, String text) {
    private static final Pattern SERVICE =
            Pattern.compile("\\\\services\\\\([^\\\\]+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern HANDLER =
            Pattern.compile(
                    "\\\\handlerstate\\\\([^\\\\]+)_(\\d+(?:\\.\\d+)+)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SECRET = Pattern.compile("(?i)password|secret");

    void passTo(Page page, SourceKind kind, int offset) {
        boolean sealed = SECRET.matcher(name).find() && text.length() > 11;
        Line line = sealed ? new Line(page.lineNumberAt(offset), "\"" + name) : page.lineAt(offset);
        String value = sealed ? "sealed, " + text.length() + " bytes" : text;
        Map<String, String> fields = Map.of("key", key, "name", name);
        page.entry(
                new Entry(
                        kind, page.file(), List.of(line), value, null, fields, null, null, run()));
        tell(page, new Quote(page.file(), line.number(), null, line.text()));
    }

    private void tell(Page page, Quote quote) {
        String where = key.toLowerCase(Locale.ROOT);
        Matcher service = SERVICE.matcher(key);
        if (name.equalsIgnoreCase("fDenyTSConnections")) {
            fact(page, FactName.RDP_ENABLED, text.equals("0") ? "true" : "false", quote);
        } else if (name.equalsIgnoreCase("PortNumber") && where.endsWith("rdp-tcp")) {
            fact(page, FactName.RDP_PORT, text, quote);
        } else if (name.equalsIgnoreCase("Start") && text.equals("4") && service.find()) {
            fact(page, FactName.SERVICE_PREFIX + service.group(1), "disabled", quote);
        } else if (name.equalsIgnoreCase("GuestAgentVersion")) {
            fact(page, FactName.AGENT_VERSION, text, quote);
        } else if (name.equalsIgnoreCase("ComputerName") && where.endsWith("computername")) {
            fact(page, FactName.COMPUTER_NAME, text, quote);
        }
    }

    private static void fact(Page page, String name, String value, Quote quote) {
        if (!value.isBlank()) {
            page.fact(new Fact(name, value, null, quote));
        }
    }

    private @Nullable RunKey run() {
        Matcher handler = HANDLER.matcher(key);
        return handler.find() ? new RunKey(handler.group(1), handler.group(2), null) : null;
    }
}
