package latchkey.analyzer.report;

import latchkey.analyzer.diagnosis.Diagnosis;
import latchkey.analyzer.diagnosis.Finding;
import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.redaction.Redactor;
import latchkey.rules.rule.Capture;

import java.util.List;

/**
 * Tells the redactor which names the evidence certainly gives, so that they are masked wherever
 * they stand.
 */
final class Identities {
    private static final List<String> HOSTS = List.of(FactName.COMPUTER_NAME, FactName.VM_NAME);

    private Identities() {}

    static void teach(Redactor redactor, Diagnosis diagnosis) {
        for (String host : HOSTS) {
            learn(redactor, diagnosis, host, Capture.Secrecy.HOST);
        }
        learn(redactor, diagnosis, FactName.VMACCESS_USER, Capture.Secrecy.ACCOUNT);
        for (List<Finding> findings :
                List.of(diagnosis.causes(), diagnosis.symptoms(), diagnosis.history())) {
            for (Finding finding : findings) {
                finding.captures()
                        .values()
                        .forEach(captured -> redactor.learn(captured.secrecy(), captured.value()));
            }
        }
    }

    private static void learn(
            Redactor redactor, Diagnosis diagnosis, String fact, Capture.Secrecy secrecy) {
        String value = diagnosis.facts().value(fact);
        if (value != null && !value.isBlank()) {
            redactor.learn(secrecy, value);
        }
    }
}
