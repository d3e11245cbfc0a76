package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

import java.util.regex.Pattern;

/** The message box of the Remote Desktop client, copied by hand. */
final class RdpClientMessage implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("rdp-client-message");
    private static final int LONGEST = 2000;
    private static final Pattern PHRASES =
            Pattern.compile(
                    String.join(
                            "|",
                            "remote desktop can[’']?t (?:connect|find)",
                            "^\\W*remote desktop connection\\s",
                            "\\[[^\\]]{1,30}]\\s+(?:remote desktop|remotedesktop)",
                            "an internal error has occurred",
                            "your credentials did not work",
                            "the logon attempt failed",
                            "credssp encryption oracle remediation",
                            "local security authority cannot be contacted",
                            "must change your password before logging on",
                            "requires? network level authentication",
                            "no remote desktop license servers available"));

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        return clues.areShorterThan(LONGEST) && !clues.startJson() && clues.have(PHRASES) ? 25 : 0;
    }

    @Override
    public void read(Page page) {
        new Prose(page, KIND).paragraphs(0, page.text().length());
    }
}
