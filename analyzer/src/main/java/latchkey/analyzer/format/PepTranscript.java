package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** A transcript of a session on the privileged endpoint of Azure Stack Hub. */
final class PepTranscript implements LineFormat {
    private static final SourceKind KIND = new SourceKind("pep-transcript");
    private static final PlainText TEXT = new PlainText();

    /**
     * The frame of a transcript, also where its words are translated: asterisks, then lines of key
     * and value.
     */
    private static final Pattern TRANSCRIPT =
            Pattern.compile(
                    "PowerShell transcript start|\\A\\s*\\*{20,}\\R[^\\n"
                            + "]*\\R[^\\n"
                            + ":]{3,40}: ?\\d{14}\\R");

    /** Signs of the privileged endpoint, whatever was done there. */
    private static final Pattern SESSION =
            Pattern.compile(
                    "(?i)ErsPEP|PrivilegedEndpoint|RdpAccessToErcsVM|TenantVm\\b|azs-ercs\\d|Enter-PSSession");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        String head = peek.head();
        boolean session = SESSION.matcher(head).find();
        boolean transcript =
                TRANSCRIPT.matcher(head).find() || peek.baseName().contains("transcript");
        return transcript && session ? 90 : 0;
    }

    @Override
    public List<String> landmarks() {
        return List.of();
    }

    @Override
    public @Nullable Header header(String line) {
        return TEXT.header(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {}

    @Override
    public boolean blankLineEnds() {
        return true;
    }
}
