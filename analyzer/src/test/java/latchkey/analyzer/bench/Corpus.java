package latchkey.analyzer.bench;

import latchkey.analyzer.diagnosis.RuleBook;
import latchkey.rules.catalog.PackLoader;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the benchmark's material: {@code log FILE MEGABYTES SEED} days of a guest agent's log,
 * {@code worst FILE MEGABYTES SEED} one in which every third line holds something the rules search
 * for, {@code anchors FILE} what the core rules search for, one a line, {@code made-up FILE COUNT
 * SEED} error texts, {@code pack DIR TIMES SEED} rules that make the core so many times as large,
 * in rules and in anchors.
 *
 * <p>The log repeats what the agent says day in, day out, in the words of real logs: rounds of goal
 * states and plugins, heartbeats, addresses of the platform and of storage. Some of that is
 * searched for by rules and cannot be told from trouble by its words alone: about one line in
 * twelve. One line in a thousand is a warning or an error, with frames, and one in a hundred
 * thousand a failure that a rule names.
 */
final class Corpus {
    /** What a healthy agent says in a round; {@code P} is one of the plugins. */
    private static final String[] ROUND = {
        "Start Workflow.",
        "Goal state processed, incarnation %d, container %d.",
        "Starting extension processing of 3 handlers, round %d.",
        "Getting the manifest of P from the cache, %d bytes.",
        "Current version of P is 1.%d.0, no newer one is published.",
        "Handler P is in the wanted state, code %d.",
        "Validating the runtime settings of P, sequence number %d.",
        "CreateJobObject: a job object of P exists, %d processes.",
        "P: checking whether the default limits of the processor apply: %d.",
        "P: memory of the process tree is %d KB of %d KB.",
        "Status of P was read, %d substatuses.",
        "The status of P has not changed since round %d.",
        "Telemetry: %d events are waiting, %d were sent.",
        "Telemetry: the folder of events holds %d files.",
        "VmHealthCollectorThread: opening the serial port, pass %d.",
        "VmHealthCollectorThread: %d counters were collected in %d ms.",
        "Uploading the status blob of incarnation %d, %d bytes.",
        "Status blob uploaded in %d ms.",
        "Clock: offset to the host is %d ms.",
        "Disk: %d MB free of %d MB on the system drive.",
        "Log: %d lines were written since the last pass.",
        "Waiting for the next goal state, %d ms.",
    };

    private static final String[] SEARCHED = {
        "WindowsAzureGuestAgent Heartbeat.",
        "Requesting http://168.63.129.16:80/machine?comp=goalstate, try %d",
        "Fetching https://store%d.blob.core.windows.net/manifests/%d.xml",
        "Command bin\\enable.cmd of Contoso.Backup.Agent has exited with Exit code: 0",
    };
    private static final String[] PLUGINS = {
        "Contoso.Backup.Agent", "Contoso.Monitoring.Collector", "Fabrikam.Security.Scanner",
    };
    private static final String[] NORMAL = {
        "Goal state %d was handled in %d ms, nothing to do.",
        "WindowsAzureGuestAgent Heartbeat.",
        "Uploaded the status blob of incarnation %d, %d bytes.",
        "Plugin Contoso.Backup.Agent (version 1.3.%d) is already installed, state %d.",
        "Fetching the manifest from https://store%d.blob.example/manifests/%d.xml",
        "Command bin\\enable.cmd of Contoso.Backup.Agent has exited with Exit code: 0 after %d ms,"
                + " %d lines",
        "Testing the readiness of http://168.63.129.16:80/machine?comp=goalstate&n=%d, try %d",
        "The certificate %d is valid for %d more days",
    };
    private static final String[] NEAR = {
        "Retrying after a transient failure, attempt %d of 6, status code 50%d",
        "The operation returned 0x8007%04d and is tried again, round %d",
        "The password policy is refreshed every %d seconds, %d entries",
    };
    private static final String[] WHO = {
        "The extension handler", "The volume", "The secret", "The guest configuration",
                "The identity", "The page file",
        "The listener", "The proxy", "The service principal", "The update agent",
                "The cluster node", "The lease",
    };
    private static final String[] WHAT = {
        "could not be provisioned", "has been revoked", "is not in the state that was asked for",
                "was rejected by a policy",
        "is missing an attribute", "gave a checksum nobody expected", "cannot be decrypted",
                "is locked by someone else",
    };

    private static final String RULE =
            """
            id: $ID
            revision: 1
            since: 0.1.0
            title: Made up for measuring
            summary: Nothing that exists.
            kind: symptom
            leads-to: unknown-failure
            severity: info
            proof: simulated
            scope: bundle
            evidence:
              text:
                literal: ['$TEXTS']
                says: It is there.
            verdict:
              all: [text]
            why: It is there.
            not-this-if: It is not there.
            """;
    private static final String PAGE =
            """
            # Made up for measuring

            ## What it means
            Nothing.

            ## How to confirm by hand
            Not at all.

            ## How to fix
            Not needed.

            ## False alarms
            All.
            """;

    private Corpus() {}

    public static void main(String[] arguments) throws IOException {
        var path = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "log", "worst" ->
                    log(
                            path,
                            number(arguments, 2) * 1_000_000,
                            random(arguments),
                            arguments[0].equals("worst"));
            case "anchors" -> Files.write(path, RuleBook.of(PackLoader.core()).anchors());
            case "made-up" ->
                    Files.write(path, madeUp((int) number(arguments, 2), random(arguments)));
            case "pack" -> pack(path, (int) number(arguments, 2), random(arguments));
            default -> throw new IllegalArgumentException("log, worst, anchors, made-up or pack");
        }
    }

    private static long number(String[] arguments, int index) {
        return Long.parseLong(arguments[index]);
    }

    private static Random random(String[] arguments) {
        return new Random(number(arguments, 3));
    }

    private static void log(Path file, long size, Random random, boolean worst) throws IOException {
        long millis = 1_525_873_932_300L;
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            while (written < size) {
                millis += random.nextInt(40);
                var record =
                        (worst ? record(millis, random) : ordinary(millis, random))
                                .getBytes(StandardCharsets.US_ASCII);
                out.write(record);
                written += record.length;
            }
        }
    }

    private static String ordinary(long millis, Random random) {
        int kind = random.nextInt(100_000);
        if (kind == 0) {
            return head(millis, random, "ERROR")
                    .append("Handler said: the password does not meet the password policy")
                    .append(" requirements\n")
                    .toString();
        }
        if (kind < 20) {
            var error = head(millis, random, "ERROR").append("Worker stopped, object ");
            return frames(error.append(random.nextInt(9999)).append('\n'), 12).toString();
        }
        if (kind < 100) {
            var near = NEAR[random.nextInt(NEAR.length)];
            return head(millis, random, "WARN")
                    .append(filled(near, random))
                    .append('\n')
                    .toString();
        }
        var choice = kind < 8_000 ? SEARCHED : ROUND;
        var sentence = choice[random.nextInt(choice.length)];
        if (sentence.startsWith("P:") || sentence.contains(" P ") || sentence.contains(" P,")) {
            var plugin = PLUGINS[random.nextInt(PLUGINS.length)];
            sentence = sentence.replaceFirst("\\bP\\b", plugin);
        }
        return head(millis, random, "INFO")
                .append(filled(sentence, random))
                .append('\n')
                .toString();
    }

    private static String record(long millis, Random random) {
        int kind = random.nextInt(10_000);
        var text = head(millis, random, kind < 20 ? "ERROR" : kind < 400 ? "WARN" : "INFO");
        if (kind == 0) {
            text.append(
                    "Handler said: the password does not meet the password policy requirements\n");
            return text.toString();
        }
        var choice = kind < 400 ? NEAR : NORMAL;
        var sentence = choice[random.nextInt(choice.length)];
        text.append(filled(sentence, random)).append('\n');
        return frames(text, kind < 20 ? 12 : 0).toString();
    }

    private static StringBuilder head(long millis, Random random, String level) {
        long second = millis / 1000;
        var date = java.time.LocalDate.ofEpochDay(second / 86_400);
        var text = new StringBuilder("[000000").append(10 + random.nextInt(30)).append("] [");
        two(text, date.getMonthValue()).append('/');
        two(text, date.getDayOfMonth()).append('/').append(date.getYear()).append(' ');
        two(text, (int) (second % 86_400 / 3600)).append(':');
        two(text, (int) (second % 3600 / 60)).append(':');
        two(text, (int) (second % 60)).append('.');
        return two(text, (int) (millis % 1000 / 10))
                .append("] [")
                .append(level)
                .append(level.length() == 5 ? "] " : "]  ");
    }

    private static StringBuilder frames(StringBuilder text, int count) {
        for (int frames = count; frames > 0; frames--) {
            text.append("   at Contoso.Agent.Worker.Run(Int32 id, String name)\n");
        }
        return text;
    }

    private static String filled(String sentence, Random random) {
        if (sentence.indexOf('%') < 0) {
            return sentence;
        }
        var first = Integer.toString(random.nextInt(9999));
        var second = Integer.toString(random.nextInt(9999));
        return sentence.replace("%04d", "0" + first)
                .replaceFirst("%d", first)
                .replaceFirst("%d", second);
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static List<String> madeUp(int count, Random random) {
        var anchors = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            anchors.add(
                    String.format(
                            Locale.ROOT,
                            "%s %s (%05d)",
                            WHO[random.nextInt(WHO.length)],
                            WHAT[random.nextInt(WHAT.length)],
                            i));
        }
        return anchors;
    }

    /** Symptoms that only look for texts: what they cost is the search. */
    private static void pack(Path folder, int times, Random random) throws IOException {
        var core = RuleBook.of(PackLoader.core());
        int rules = core.pack().rules().size();
        int each = Math.max(1, core.anchors().size() / rules);
        for (int number = 0; number < rules * (times - 1); number++) {
            var area = "B" + (char) ('A' + number / 99 / 26) + (char) ('A' + number / 99 % 26);
            var id = area + "-" + (101 + number % 99);
            var rule =
                    Files.createDirectories(
                            folder.resolve("catalog").resolve("bench").resolve(id + "-made-up"));
            var texts = String.join("', '", madeUp(each, random)).replace("(", "(" + id + " ");
            Files.writeString(
                    rule.resolve("rule.yaml"), RULE.replace("$ID", id).replace("$TEXTS", texts));
            Files.writeString(rule.resolve("page.md"), PAGE);
        }
    }
}
