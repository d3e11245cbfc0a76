package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The debug log of a program that talks to Azure Resource Manager: Terraform, az, a pipeline. The
 * answers stand inside, so what the platform says of a request is looked for here as well.
 */
final class ClientLog implements LineFormat {
    private static final SourceKind KIND = new SourceKind("client-error");

    /** A time at the beginning of a line, as every such log has; az puts its name there instead. */
    private static final Pattern DATED =
            Pattern.compile(
                    "(?m)^\\[?(?:\\d{4}[-/]\\d\\d[-/]\\d\\d[T"
                            + " ]\\d\\d:\\d\\d:\\d\\d|\\d\\d:\\d\\d:\\d\\d["
                            + " .,])|^(?:cli|azure|urllib3|msrest|msal)[\\w.]*: ");

    /** What such programs are called, and whom they ask. */
    private static final Pattern CLIENT =
            Pattern.compile(
                    "(?i)terraform|azurerm[_ ]|management\\.(?:\\w+\\.)*(?:azure\\.com|azure\\.cn"
                        + "|usgovcloudapi\\.net|azurestack\\.external)"
                        + "|azure\\.core\\.pipeline|msrest\\.|cli\\.azure\\.cli|##\\[(?:section|command|error)]");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        String head = peek.head();
        boolean log =
                !Grammar.isDocument(peek)
                        && DATED.matcher(head).find()
                        && CLIENT.matcher(head).find();
        return log && Grammar.agent(peek) < 50 && Grammar.handler(peek) == 0 ? 54 : 0;
    }

    @Override
    public List<String> landmarks() {
        return List.of();
    }

    @Override
    public @Nullable Header header(String line) {
        Stamp stamp = Stamp.in(line, 0);
        return stamp == null ? null : LogHead.any(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {}
}
