package latchkey.analyzer.format;

import java.util.regex.Pattern;

/**
 * How surely the first characters of a file follow the grammar of the agent's logs or of the
 * handlers' logs.
 */
final class Grammar {
    /** {@code [00000011] [10/03/2017 21:14:27.81] [INFO]}, the thread optional. */
    private static final Pattern AGENT_US =
            Pattern.compile(
                    "(?m)^\\h*(?:\\[\\d{1,10}] )?\\[\\d\\d/\\d\\d/\\d{4}"
                            + " \\d\\d:\\d\\d:\\d\\d\\.\\d{2,3}] \\[[A-Z]{4,5}]\\s");

    /**
     * {@code [00000004] 2024-04-17T07:19:26.812Z [INFO]}, also as the template of the
     * documentation.
     */
    private static final Pattern AGENT_ISO =
            Pattern.compile(
                    "(?m)^\\h*\\[\\d{1,10}] [\\dYMD]{4}-[\\dYMD]{2}-[\\dYMD]{2}"
                            + "T[\\d:.HMS]{8,18}Z \\[[A-Z]{4,5}]\\s");

    /** The same without a thread, as many programs write. */
    private static final Pattern ISO_LEVEL =
            Pattern.compile(
                    "(?m)^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,7})?Z"
                            + " \\[[A-Z]{4,5}]\\s");

    /** {@code 2026-03-02T09:15:07.2210413Z<TAB>[Info]:<TAB>}, the tabs perhaps blanks. */
    private static final Pattern HANDLER =
            Pattern.compile(
                    "(?m)^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,7})?Z\\h+\\[[A-Za-z]{4,11}]:\\h");

    private static final Pattern BARE_LEVEL =
            Pattern.compile("(?m)^.{0,12}\\[(?:INFO|WARN|ERROR|TRACE|HEART)] ");

    /** What the agent talks of. */
    private static final Pattern AGENT_WORDS =
            Pattern.compile(
                    "WindowsAzureGuestAgent|HostGAPlugin|\\bplugin |GuestAgent\\."
                            + "|StateExecutor|VmHealthCollector");

    private Grammar() {}

    /** Certainty that this is a log of the agent, whichever. */
    static int agent(Peek peek) {
        String head = peek.head();
        if (AGENT_US.matcher(head).find() || AGENT_ISO.matcher(head).find()) {
            return 85;
        }
        boolean words = AGENT_WORDS.matcher(head).find();
        if (ISO_LEVEL.matcher(head).find()) {
            return words ? 80 : 40;
        }
        return words && BARE_LEVEL.matcher(head).find() ? 60 : 0;
    }

    /** Certainty that this is the log of a handler, whichever. */
    static int handler(Peek peek) {
        return HANDLER.matcher(peek.head()).find() ? 80 : 0;
    }

    /** Whether it begins as a document does, so that its name does not count. */
    static boolean isDocument(Peek peek) {
        String start = peek.head().stripLeading();
        return start.startsWith("{") || start.startsWith("<") || start.startsWith("[{");
    }

    /** Whether the name ends as a log's does: {@code .log}, {@code .txt}, {@code .log.1}. */
    static boolean isLogName(String baseName) {
        return baseName.contains(".log") || baseName.endsWith(".txt");
    }
}
