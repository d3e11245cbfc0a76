package latchkey.analyzer.redaction;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Values of fields, flags and elements whose name says that they are secret. */
final class NamedSecrets implements Detector {
    private static final List<String> STEMS =
            List.of(
                    "password",
                    "passwd",
                    "passphrase",
                    "passcode",
                    "pwd",
                    "kennwort",
                    "secret",
                    "accountkey",
                    "accesskey",
                    "sharedkey",
                    "primarykey",
                    "secondarykey",
                    "privatekey",
                    "apikey",
                    "encryptionkey",
                    "storagekey",
                    "masterkey",
                    "signingkey",
                    "productkey",
                    "token",
                    "accesssignature",
                    "protectedsettings",
                    "passwordvalue",
                    "secretvalue",
                    "secrettext",
                    "passwordtext",
                    "passwordplain",
                    "plaintextpassword",
                    "passwordbase64");
    private static final Set<String> WHOLE =
            Set.of("pass", "pw", "sas", "credentials", "plaintext", "rp");
    private static final Set<String> OPEN =
            Set.of(
                    "publickeytoken",
                    "cancellationtoken",
                    "continuationtoken",
                    "skiptoken",
                    "resetpassword",
                    "changepassword");
    private static final Endings ENDINGS =
            Endings.of(Stream.concat(STEMS.stream(), WHOLE.stream()).toList());
    private static final int LONGEST_HARMLESS = 200;

    @Override
    public void find(Passage passage, List<Span> found) {
        NamedValue.each(
                passage,
                new NamedValue.Reader() {
                    @Override
                    public boolean wants(String name) {
                        return isSecretName(name);
                    }

                    @Override
                    public boolean mayWant(Passage text, int start, int end) {
                        return mayBeSecret(text, start, end);
                    }

                    @Override
                    public int read(Passage text, NamedValue value) {
                        if (!isSecret(text, value)) {
                            return value.start();
                        }
                        int end = wholeEnd(text, value);
                        boolean spreads = Secrets.isDistinct(text.value(value.start(), end));
                        found.add(new Span(value.start(), end, Mask.SECRET, spreads));
                        return end;
                    }
                });
    }

    private static int wholeEnd(Passage text, NamedValue value) {
        boolean isCut = value.end() - value.start() == NamedValue.LONGEST_LOOK && !value.isQuoted();
        return isCut ? text.bareEnd(value.end()) : value.end();
    }

    /** Whether the name that stands there ends like one of a secret. */
    static boolean mayBeSecret(Passage passage, int start, int end) {
        return ENDINGS.endAt(passage.folded(), start, end, NamedValue.NAME_MARKS);
    }

    static boolean isSecretName(String name) {
        if (WHOLE.contains(name)) {
            return true;
        }
        for (String stem : STEMS) {
            if (name.endsWith(stem)) {
                return !OPEN.contains(name);
            }
        }
        return false;
    }

    private static boolean isSecret(Passage passage, NamedValue value) {
        int length = value.end() - value.start();
        if (passage.at(value.start()) == '{' && !value.isQuoted()) {
            return value.name().endsWith("protectedsettings");
        }
        boolean isWhole = WHOLE.contains(value.name());
        if (value.link() == NamedValue.Link.BLANK) {
            return !isWhole && length <= LONGEST_HARMLESS && isToldInProse(passage, value);
        }
        if (isWhole
                && value.link() == NamedValue.Link.SIGN
                && value.name().equals("pass")
                && length < 4) {
            return false;
        }
        return length > LONGEST_HARMLESS
                || !Secrets.isHarmless(passage.value(value.start(), value.end()), value.isQuoted());
    }

    /** "password 'x'", and "password is x" where x looks like one. */
    private static boolean isToldInProse(Passage passage, NamedValue value) {
        String text = passage.value(value.start(), value.end());
        if (!value.isQuoted()) {
            return Secrets.looksRandom(text) && !Secrets.isHarmless(text, false);
        }
        return text.length() >= 4 && text.indexOf(' ') < 0 && !Secrets.isHarmless(text, true);
    }
}
