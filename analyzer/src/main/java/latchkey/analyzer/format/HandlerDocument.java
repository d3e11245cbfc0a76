package latchkey.analyzer.format;

import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.SourceKind;

import java.util.regex.Pattern;

/** The small JSON files in a handler's folder: settings, environment, manifest, heartbeat. */
enum HandlerDocument {
    SETTINGS("handler-settings", "\\d+\\.settings", "\"runtimesettings\"|\"handlersettings\""),
    ENVIRONMENT("handler-environment", "handlerenvironment\\.json", "\"handlerenvironment\""),
    MANIFEST("handler-manifest", "handlermanifest\\.json", "\"handlermanifest\""),
    HEARTBEAT("heartbeat", "heartbeat\\.json", "\"heartbeat\"\\s*:\\s*\\{");

    private final String kind;
    private final Pattern name;
    private final Pattern key;

    HandlerDocument(String kind, String name, String key) {
        this.kind = kind;
        this.name = Pattern.compile(name);
        this.key = Pattern.compile(key);
    }

    /** The reader of one of these files. */
    record Reading(HandlerDocument document) implements DocumentFormat {
        @Override
        public SourceKind kind() {
            return new SourceKind(document.kind);
        }

        @Override
        public int recognises(Peek peek) {
            Clues clues = new Clues(peek);
            if (document.name.matcher(peek.baseName()).matches()) {
                return 95;
            }
            return clues.startJson() && clues.have(document.key) ? 88 : 0;
        }

        @Override
        public void read(Page page) {
            ValuePage values = ValuePage.json(page, kind());
            RunKey run = HandlerFile.runOf(page.file());
            values.entries(path -> run);
            if (document == SETTINGS && (run == null || run.isVmAccess())) {
                Values all = values.values();
                all.named("username")
                        .findFirst()
                        .ifPresent(leaf -> values.fact(FactName.VMACCESS_USER, leaf));
                all.named("protectedSettingsCertThumbprint")
                        .findFirst()
                        .ifPresent(leaf -> values.fact("settings-thumbprint", leaf));
            }
        }
    }
}
