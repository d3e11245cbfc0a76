package latchkey.analyzer.format;

import latchkey.analyzer.evidence.FactName;
import latchkey.rules.rule.SourceKind;

import java.util.regex.Pattern;

/** What Get-AzVM -Status and Get-AzVMExtension print on a console. */
enum PowerShellView {
    VM_STATUS(
            "powershell-vm-status",
            "(?m)^[ \\t]*(?:vmagent|extensions\\[0]|statuses\\[\\d+]|vmagentversion) *:"),
    EXTENSION(
            "powershell-extension",
            "(?m)^extensiontype *:|^publisher *:[\\s\\S]*^typehandlerversion *:");

    private final String kind;
    private final Pattern key;

    PowerShellView(String kind, String key) {
        this.kind = kind;
        this.key = Pattern.compile(key);
    }

    /** The reader of one of these outputs. */
    record Reading(PowerShellView view) implements DocumentFormat {
        @Override
        public SourceKind kind() {
            return new SourceKind(view.kind);
        }

        @Override
        public int recognises(Peek peek) {
            Clues clues = new Clues(peek);
            return !clues.startJson() && clues.have(view.key) ? (view == EXTENSION ? 84 : 82) : 0;
        }

        @Override
        public void read(Page page) {
            PowerShellText text = PowerShellText.of(page.text());
            ValuePage values = ValuePage.of(page, kind(), text.leaves());
            Prose prose = new Prose(page, kind());
            text.prose().forEach(span -> prose.paragraphs(span.from(), span.to()));
            Extensions extensions = new Extensions(values);
            values.entries(extensions::runOf);
            extensions.read();
            MachineView.read(values);
            ResourceFacts.read(values);
            Values all = values.values();
            values.fact(FactName.RESOURCE_GROUP, all.at("/ResourceGroupName"));
            values.fact(FactName.REGION, all.at("/Location"));
            values.fact(FactName.VM_NAME, all.at(view == EXTENSION ? "/VMName" : "/Name"));
        }
    }
}
