package latchkey.rules.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small sound pack on disk, for tests to break in one place. */
final class PackFolder {
    static final String RULE = "catalog/vmaccess/VMA-001-refused/rule.yaml";

    static final String RULE_TEXT =
            """
            id: VMA-001
            revision: 1
            since: 0.1.0
            title: Password refused
            summary: Windows refused the password.
            kind: cause
            cause: password-policy
            severity: error
            proof: documented
            evidence:
              refused:
                in: [handler]
                literal: does not meet the password policy requirements
            verdict:
              all: [refused]
            why: Seen in attempt {attempt}.
            fixes: [longer]
            """;

    static final String FIX_TEXT =
            """
            id: longer
            goal: Set a longer password
            cure: fix
            safety: reversible
            role: Virtual Machine Contributor
            needs: [agent-up]
            steps:
              - channel: cli
                text: Reset it.
                command: [az, vm, user, update, -u, {slot: user}, -p, {prompt: new password}]
            check: Signing in works.
            undo: Set the former password again.
            """;

    private final Path root;

    PackFolder(Path root) throws IOException {
        this.root = root;
        write(
                "vocabulary/causes.yaml",
                """
                causes:
                  - {id: password-policy, title: P, area: vmaccess, meaning: R., distinguish: B., docs: []}
                """);
        write(
                "vocabulary/sources.yaml",
                """
                sources:
                  - {id: vmaccess-log, title: handler log, where: [], collect: Copy it}
                  - {id: handler-status, title: status, where: [], collect: Copy it}
                  - {id: text, title: pasted text, where: [], collect: Say where}
                groups:
                  handler: [vmaccess-log, handler-status]
                """);
        write("fixes/longer.yaml", FIX_TEXT);
        write(RULE, RULE_TEXT);
        write(
                "catalog/vmaccess/VMA-001-refused/page.md",
                """
                # Password refused

                ## What it means
                ## How to confirm by hand
                ## How to fix
                ## False alarms
                """);
        write(
                "catalog/vmaccess/VMA-001-refused/fires-a.txt",
                "it does not meet the password policy requirements\n");
        write(
                "catalog/vmaccess/VMA-001-refused/fires-a.txt.expect.yaml",
                "origin: documented\nwhy: words\nlines: [1]\n");
        write("catalog/vmaccess/VMA-001-refused/quiet-b.txt", "it meets the password policy\n");
        write(
                "catalog/vmaccess/VMA-001-refused/quiet-b.txt.expect.yaml",
                "origin: synthetic\nwhy: other words\nnear-miss: yes\n");
    }

    Path root() {
        return root;
    }

    PackFolder write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    PackFolder delete(String name) throws IOException {
        Files.delete(root.resolve(name));
        return this;
    }

    PackFolder rule(String from, String to) throws IOException {
        return write(RULE, replaced(RULE_TEXT, from, to));
    }

    static String replaced(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException("nothing to replace: " + from);
        }
        return text.replace(from, to);
    }

    List<Problem> problems() throws IOException {
        return PackChecker.check(root, null, true);
    }

    List<String> errors() throws IOException {
        return problems().stream()
                .filter(problem -> problem.weight() == Problem.Weight.ERROR)
                .map(Problem::toString)
                .toList();
    }
}
