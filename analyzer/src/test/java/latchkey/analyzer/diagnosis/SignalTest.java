package latchkey.analyzer.diagnosis;

import static latchkey.analyzer.diagnosis.Cases.cause;
import static latchkey.analyzer.diagnosis.Cases.literalCause;
import static latchkey.analyzer.diagnosis.Cases.with;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.evidence.RunKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Map;

/** Each form of signal, where it is to be seen and where it is not. */
final class SignalTest {
    private static final String ID = "AGT-091";

    @TempDir private Path root;

    private String word(String evidence, String kind, String... lines) {
        return with(root, ruleOf(evidence))
                .file(
                        "a.log",
                        kind,
                        sheet -> {
                            for (String line : lines) {
                                sheet.line(null, line);
                            }
                        })
                .word(ID);
    }

    private static String ruleOf(String evidence) {
        return cause(
                ID, "disk-full", "evidence:\n" + evidence.indent(2) + "verdict: {all: [it]}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "THE DISK of a friend,fired",
        "the disk  of a friend,quiet",
        "a friend's disk,quiet"
    })
    void literalIsFoundInAnyCase(String line, String verdict) {
        assertThat(word("it: {literal: [something else, the disk of]}", "waappagent-log", line))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"drive C has only 12 bytes left,fired", "drive C has only few bytes left,quiet"})
    void regexAsksMoreThanItsAnchor(String line, String verdict) {
        assertThat(
                        word(
                                "it: {regex: 'has only \\d+ bytes', anchor: ' has only '}",
                                "agent-log",
                                line))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HRESULT: 0x800708C5|fired",
                "answered 0X800708c5.|fired",
                "it returned -2147022651|fired",
                "it returned 2147944645|fired",
                "NERR_PasswordTooShort was raised|fired",
                "Systemfehler 2245 aufgetreten.|fired",
                "The error code: 2245|fired",
                "exit code 2245.|fired",
                "it took 2245 ms|quiet",
                "error after 2245 ms|quiet",
                "error code: 22450|quiet",
                "error code: 2245.7 seconds|quiet",
                "error code: 12245|quiet",
                "0x800708C5A is longer|quiet",
                "NERR_PasswordTooShortly was raised|quiet"
            })
    void codeIsKnownInEverySpellingAndSmallOnlyBesideItsWord(String line, String verdict) {
        assertThat(
                        word(
                                "it: {code: {hresult: '0x800708C5', small: 2245, symbols:"
                                        + " [NERR_PasswordTooShort]}}",
                                "vmaccess-log",
                                line))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"/0/error/code,fired", "/0/ExitCode,fired", "/0/duration,quiet", "/0/port,quiet"})
    void smallCodeIsAWholeFieldOnlyWhereTheFieldIsNamedSo(String path, String verdict) {
        var machine =
                with(root, ruleOf("it: {code: {small: 2245}}"))
                        .file("a.json", "handler-status", sheet -> sheet.leaf(path, "2245"));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "/properties/status/CODE,Conflict,fired",
        "/properties/status/code,Confluence,quiet",
        "/properties/code,Conflict,quiet",
        "/properties/a/b/code,Conflict,quiet"
    })
    void jsonStarIsOneStep(String path, String value, String verdict) {
        var machine =
                with(root, ruleOf("it: {json: {at: '/properties/*/code', equals: conflict}}"))
                        .file("a.json", "arm-error", sheet -> sheet.leaf(path, value));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "/code,Conflict,fired",
        "/a/0/message!/error/code,Conflict,fired",
        "/code/text,Conflict,quiet"
    })
    void jsonTwoStarsAreAnyNumberOfStepsAlsoInsideStrings(
            String path, String value, String verdict) {
        var machine =
                with(root, ruleOf("it: {json: {at: '/**/code', in: [Conflict, Busy]}}"))
                        .file("a.json", "arm-error", sheet -> sheet.leaf(path, value));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "7022,System,TermService,fired",
        "7023,System,TermService,quiet",
        "7022,Security,TermService,quiet",
        "7022,System,W32Time,quiet"
    })
    void eventFitsInAllItsParts(int id, String channel, String service, String verdict) {
        var machine =
                with(
                                root,
                                ruleOf(
                                        "it: {event: {channel: System, ids: [7022, 7024], data:"
                                                + " {param1: ^TermService$}}}"))
                        .file(
                                "a.xml",
                                "event-log",
                                sheet ->
                                        sheet.event(
                                                id,
                                                Map.of("channel", channel, "data.param1", service),
                                                "The service hung."));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "Terminal Server,fDenyTSConnections,1,fired",
        "Terminal Server,fdenytsconnections,1,fired",
        "Terminal Server,fDenyTSConnections,0,quiet",
        "Terminal Server\\WinStations,fDenyTSConnections,1,quiet",
        "Terminal Server,Other,1,quiet"
    })
    void registryFitsInKeyNameAndValue(String key, String name, String value, String verdict) {
        var machine =
                with(
                                root,
                                ruleOf(
                                        "it: {registry: {key: 'Terminal Server$', name:"
                                                + " fDenyTSConnections, equals: 1}}"))
                        .file(
                                "a.reg",
                                "registry",
                                sheet ->
                                        sheet.registry(
                                                "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\"
                                                        + key,
                                                name,
                                                value));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"4,fired", "5,quiet", "many,quiet"})
    void numbersAreComparedAsNumbers(String value, String verdict) {
        var machine =
                with(root, ruleOf("it: {fact: {name: rdp-port, lt: 4.5}}"))
                        .file("a.txt", "agent-log", sheet -> sheet.fact("rdp-port", value));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"PrimaryDomainController,fired", "MemberServer,quiet"})
    void factIsAskedForItsValue(String role, String verdict) {
        var machine =
                with(root, ruleOf("it: {fact: {name: domain-role, in: [PrimaryDomainController]}}"))
                        .file("a.txt", "agent-log", sheet -> sheet.fact("domain-role", role));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "6.1,fired",
        "6.1.7601,fired",
        "6.10,quiet",
        "6.2,quiet",
        "6.0.9999,quiet",
        "10.0.20348,quiet"
    })
    void versionLiesInItsInterval(String version, String verdict) {
        var machine =
                with(root, ruleOf("it: {version: {fact: os-version, range: '[6.1,6.2)'}}"))
                        .file("a.txt", "agent-log", sheet -> sheet.fact("os-version", version));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @Test
    void absentNeedsItsSourceWhole() {
        var rule =
                cause(
                        ID,
                        "disk-full",
                        """
                        evidence:
                          here: {literal: the request came in}
                          done: {in: [waappagent-log], literal: the request was done}
                          it: {absent: {of: done, source: waappagent-log}}
                        verdict: {all: [here, it]}
                        """);

        assertThat(
                        with(root, rule)
                                .file(
                                        "p.txt",
                                        "text",
                                        sheet -> sheet.line(null, "The request came in"))
                                .empty("waappagent-log")
                                .word(ID))
                .isEqualTo("fired");
        assertThat(
                        with(root, rule)
                                .file(
                                        "a.log",
                                        "waappagent-log",
                                        sheet ->
                                                sheet.line(null, "the request came in")
                                                        .line(null, "the request was done"))
                                .word(ID))
                .isEqualTo("quiet");
        assertThat(
                        with(root, rule)
                                .file(
                                        "p.txt",
                                        "text",
                                        sheet -> sheet.line(null, "The request came in"))
                                .word(ID))
                .isEqualTo("undecided");
        assertThat(
                        with(root, rule)
                                .file(
                                        "a.log",
                                        "waappagent-log",
                                        Coverage.Read.PART,
                                        sheet -> sheet.line(null, "the request came in"))
                                .word(ID))
                .isEqualTo("undecided");
    }

    @ParameterizedTest
    @CsvSource({"10:00:00,10:04:00,10:09:59,fired", "10:00:00,10:04:00,10:11:00,quiet"})
    void countLooksIntoEveryWindow(String first, String second, String third, String verdict) {
        var machine =
                with(
                                root,
                                ruleOf(
                                        """
                                        one: {literal: logon refused}
                                        it: {count: {of: one, at-least: 3, within: 10m}}
                                        """))
                        .file(
                                "a.log",
                                "agent-log",
                                sheet ->
                                        sheet.line("08:00:00", "logon refused")
                                                .line(first, "logon refused")
                                                .line(second, "logon refused")
                                                .line(third, "logon refused"));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @Test
    void countKnowsMoreThanIsKept() {
        var machine =
                with(
                                root,
                                ruleOf(
                                        """
                                        one: {literal: logon refused}
                                        it: {count: {of: one, at-least: 400}}
                                        """))
                        .file(
                                "a.log",
                                "agent-log",
                                sheet -> {
                                    for (int i = 0; i < 400; i++) {
                                        sheet.line(null, "logon refused");
                                    }
                                });

        assertThat(machine.word(ID)).isEqualTo("fired");
    }

    @ParameterizedTest
    @CsvSource({"10:00:00,10:05:00,fired", "10:05:00,10:00:00,quiet", "10:00:00,10:20:00,quiet"})
    void sequenceWantsOrderAndNearness(String first, String second, String verdict) {
        var machine =
                with(
                                root,
                                ruleOf(
                                        """
                                        one: {literal: service stopped}
                                        two: {literal: handler refused}
                                        it: {sequence: {of: [one, two], within: 10m}}
                                        """))
                        .file("a.log", "agent-log", sheet -> sheet.line(first, "service stopped"))
                        .file("b.log", "agent-log", sheet -> sheet.line(second, "handler refused"));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @Test
    void sequenceFindsTheNearPairBehindAFarOne() {
        var machine =
                with(
                                root,
                                ruleOf(
                                        """
                                        one: {literal: service stopped}
                                        two: {literal: handler refused}
                                        it: {sequence: {of: [one, two], within: 10m}}
                                        """))
                        .file(
                                "a.log",
                                "agent-log",
                                sheet ->
                                        sheet.line("08:00:00", "service stopped")
                                                .line("10:00:00", "service stopped")
                                                .line("10:01:00", "handler refused"));

        assertThat(machine.word(ID)).isEqualTo("fired");
    }

    @ParameterizedTest
    @CsvSource({"anna,bert,fired", "anna,Anna,quiet"})
    void compareAsksTwoCaptures(String wanted, String changed, String verdict) {
        var rule =
                cause(
                        ID,
                        "wrong-account-changed",
                        """
                        evidence:
                          asked: {regex: 'was asked for (?P<user>\\w+)'}
                          did: {regex: 'has changed user (?P<user>\\w+)'}
                          it: {compare: {left: wanted, op: ne, right: changed}}
                        capture: {wanted: {from: asked, group: user}, changed: {from: did, group: user}}
                        verdict: {all: [asked, did, it]}
                        """);
        var machine =
                with(root, rule)
                        .file(
                                "a.log",
                                "agent-log",
                                sheet ->
                                        sheet.line(null, "was asked for " + wanted)
                                                .line(null, "has changed user " + changed));

        assertThat(machine.word(ID)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "cannot set it for anna today,fired",
        "cannot set it for anna,quiet",
        "cannot set it for anna today: joined,quiet"
    })
    void companionsSpeakOfTheSameRecord(String line, String verdict) {
        assertThat(
                        word(
                                "it: {literal: cannot set it for, with: [today], without:"
                                        + " ['join(ed|t)']}",
                                "agent-log",
                                line,
                                "today another line"))
                .isEqualTo(verdict);
    }

    @Test
    void kindFilterLetsOnlyItsKindsAndPastedTextThrough() {
        var evidence = "it: {in: [vmaccess-log], literal: the disk of}";

        assertThat(word(evidence, "vmaccess-log", "the disk of")).isEqualTo("fired");
        assertThat(word(evidence, "text", "the disk of")).isEqualTo("fired");
        assertThat(
                        with(root, ruleOf(evidence))
                                .file(
                                        "a.log",
                                        "waappagent-log",
                                        sheet -> sheet.line(null, "the disk of"))
                                .empty("vmaccess-log")
                                .word(ID))
                .isEqualTo("quiet");
    }

    @Test
    void handlerFilterLooksAwayFromWhatIsCertainlyAnothersWork() {
        var rule =
                literalCause(
                        ID,
                        "disk-full",
                        "the disk of",
                        "applies: {handler: Microsoft.Compute.VMAccessAgent}\n");
        var ours = new RunKey("microsoft.compute.vmaccessagent", null, null);
        var other = new RunKey("Microsoft.Compute.BGInfo", null, null);

        assertThat(
                        with(root, rule)
                                .file("a", "handler-log", s -> s.of(ours).line(null, "the disk of"))
                                .word(ID))
                .isEqualTo("fired");
        assertThat(
                        with(root, rule)
                                .file("a", "handler-log", s -> s.line(null, "the disk of"))
                                .word(ID))
                .isEqualTo("fired");
        assertThat(
                        with(root, rule)
                                .file(
                                        "a",
                                        "handler-log",
                                        s -> s.of(other).line(null, "the disk of"))
                                .word(ID))
                .isEqualTo("quiet");
    }
}
