package latchkey.analyzer.format;

import java.util.regex.Pattern;
import latchkey.analyzer.evidence.FactName;
import latchkey.rules.rule.SourceKind;

/** What Get-AzVM -Status and Get-AzVMExtension print on a console. */
enum PowerShellView {
    VM_STATUS("powershell-vm-status", "(?m)^\\s*(?:vmagent|extensions\\[0]|statuses\\[\\d+]|vmagentversion) *:"),
    EXTENSION("powershell-extension", "(?m)^extensiontype *:|^publisher *:[\\s\\S]*^typehandlerversion *:");

    private final SourceKind kind;
    private final Pattern key;

    PowerShellView(String kind, String key) {
        this.kind = new SourceKind(kind);
        this.key = Pattern.compile(key);
    }

    /** The reader of one of these outputs. */
    record Reading(PowerShellView view) implements DocumentFormat {
        @Override
        public SourceKind kind() {
            return view.kind;
        }

        @Override
        public int recognises(Peek peek) {
            Clues clues = new Clues(peek);
            return !clues.startJson() && clues.have(view.key) ? (view == EXTENSION ? 84 : 82) : 0;
        }

        @Override
        public void read(Page page) {
            ValuePage values = ValuePage.of(page, view.kind, PowerShellText.leavesOf(page.text()));
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
