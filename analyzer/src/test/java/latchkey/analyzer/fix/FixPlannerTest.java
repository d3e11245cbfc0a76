package latchkey.analyzer.fix;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.rules.rule.Fix;
import latchkey.rules.rule.Fix.Channel;
import latchkey.rules.rule.Fix.Cure;
import latchkey.rules.rule.Fix.Safety;
import latchkey.rules.rule.Fix.Shell;
import latchkey.rules.rule.Fix.Word;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

final class FixPlannerTest {
    private static final Fix RESET =
            fix(
                    "reset",
                    Cure.FIX,
                    Safety.REVERSIBLE,
                    List.of("vm-running", "agent-up"),
                    Channel.POWERSHELL);
    private static final Fix RUN =
            fix("run", Cure.FIX, Safety.REVERSIBLE, List.of(), Channel.RUN_COMMAND);
    private static final Fix INSIDE =
            fix("inside", Cure.FIX, Safety.REVERSIBLE, List.of(), Channel.IN_GUEST);
    private static final Fix SERIAL =
            fix("serial", Cure.FIX, Safety.REVERSIBLE, List.of(), Channel.SERIAL_CONSOLE);
    private static final Fix EVA =
            fix("eva", Cure.OTHER_WAY_IN, Safety.REVERSIBLE, List.of(), Channel.EVA);
    private static final Fix DISK =
            fix("disk", Cure.FIX, Safety.DISRUPTIVE, List.of(), Channel.OFFLINE_DISK);
    private static final Fix LOOK =
            fix("look", Cure.FIX, Safety.LOOK_ONLY, List.of(), Channel.PORTAL);
    private static final Fix WAIT =
            fix("wait", Cure.WAIT, Safety.LOOK_ONLY, List.of(), Channel.PORTAL);
    private static final Fix REBUILD =
            fix("rebuild", Cure.FIX, Safety.DESTRUCTIVE, List.of(), Channel.PORTAL);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    agent=up                             | reset run serial disk eva
                    agent=up,sign-in=possible            | reset run inside serial disk eva
                    agent=down                           | serial disk eva
                    agent=down,sign-in=possible          | inside serial disk eva
                    vm=stopped                           | disk
                    vm=not-booted                        | serial disk eva
                    network=down                         | serial disk eva
                    network=down,agent=up                | reset run serial disk eva
                    cloud=azure-stack,agent=down         | disk eva
                    cloud=azure,agent=down               | serial disk
                    sign-in=unknown                      | reset run inside serial disk eva
                    """)
    void offersWhatWorksInTheState(String facts, String available) {
        // When
        var plan =
                FixPlanner.plan(
                        List.of(RESET, RUN, INSIDE, SERIAL, DISK, EVA), state(facts), Map.of());
        // Then
        assertThat(plan)
                .hasSize(6)
                .allSatisfy(
                        planned ->
                                assertThat(planned.unavailableBecause() == null)
                                        .isEqualTo(planned.available()));
        assertThat(plan.stream().filter(PlannedFix::available).map(planned -> planned.fix().id()))
                .containsExactly(available.split(" "));
        assertThat(plan.getFirst().available()).isTrue();
    }

    @Test
    void putsWhatLeadsOutFirstAndWhatOnlyLooksLast() {
        // When
        var plan =
                FixPlanner.plan(
                        List.of(LOOK, WAIT, REBUILD, EVA, RESET, DISK),
                        state("agent=up"),
                        Map.of());
        // Then
        assertThat(plan.stream().map(planned -> planned.fix().id()))
                .containsExactly("reset", "disk", "rebuild", "eva", "wait", "look");
    }

    @Test
    void waitsWhenNothingElseWorks() {
        // When
        var plan = FixPlanner.plan(List.of(RESET, LOOK, WAIT), state("vm=stopped"), Map.of());
        // Then
        assertThat(plan.stream().map(planned -> planned.fix().id()))
                .containsExactly("wait", "look", "reset");
        assertThat(plan.getLast().unavailableBecause()).isEqualTo("The VM is not running.");
    }

    @Test
    void saysWhyNeedsOfTheMachineAreNotMet() {
        // Given
        var needy =
                fix(
                        "needy",
                        Cure.FIX,
                        Safety.REVERSIBLE,
                        List.of("desktop", "not-domain-controller"),
                        Channel.PORTAL);
        // When
        var plan =
                FixPlanner.plan(
                        List.of(needy), state("server-core=yes,domain-controller=yes"), Map.of());
        // Then
        assertThat(plan.getFirst().unavailableBecause())
                .isEqualTo(
                        "The VM runs Server Core, which has no desktop."
                                + " The VM is a domain controller, which has no local accounts.");
    }

    @Test
    void putsStepsOfClosedChannelsLastWithTheReason() {
        // Given
        var steps =
                List.of(
                        step(Channel.RUN_COMMAND, Shell.POWERSHELL),
                        step(Channel.OFFLINE_DISK, Shell.CMD));
        var fix =
                new Fix(
                        "two",
                        "g",
                        Cure.FIX,
                        Safety.REVERSIBLE,
                        "r",
                        List.of(),
                        List.of(),
                        steps,
                        "c",
                        "u");
        // When
        var planned = FixPlanner.plan(List.of(fix), state("agent=down"), Map.of()).getFirst();
        // Then
        assertThat(planned.available()).isTrue();
        assertThat(planned.steps())
                .extracting(PlannedStep::channel)
                .containsExactly(Channel.OFFLINE_DISK, Channel.RUN_COMMAND);
        assertThat(planned.steps().getLast().text())
                .startsWith("Not possible now: The guest agent does not answer")
                .endsWith("Do it.");
    }

    @Test
    void fillsSlotsInQuotesAndShowsPlaceholdersForTheRest() {
        // Given
        var words =
                List.<Word>of(
                        new Word.Plain("Set-X"),
                        new Word.Slot("vm"),
                        new Word.Slot("rg"),
                        new Word.Slot("user"));
        // When
        var planned =
                command(
                        Channel.POWERSHELL,
                        Shell.POWERSHELL,
                        words,
                        Map.of("vm", "web-1", "user", "-Force"));
        // Then
        assertThat(planned.command()).isEqualTo("Set-X 'web-1' '<resource group>' '<user name>'");
        assertThat(planned.text())
                .isEqualTo(
                        "Do it. The user name that was found is not filled in, because it is not an"
                                + " account name.");
    }

    @ParameterizedTest
    @CsvSource({
        "vm, web-1, true",
        "vm, a b, false",
        "vm, $(id), false",
        "rg, my_rg(1), true",
        "port, 3389, true",
        "port, 70000, false",
        "port, 99999, false",
        "user, CONTOSO\\bob, true",
        "user, bob@x.org, true",
        "user, a;b, false",
        "user, <account-1>, true",
        "subscription, 11111111-2222-3333-4444-555555555555, true",
        "subscription, 1, false",
        "path, C:\\a b\\c.txt, true",
        "path, C:\\a\\..\\b, false",
        "service, MSSQL$X, true",
        "service, /x, false",
        "ercs, 10.0.0.1, true",
        "extension, enablevmaccess, true",
        "region, west europe, true",
        "tenant, x, false"
    })
    void acceptsOnlyWhatASlotMayHold(String slot, String value, boolean isShown) {
        // When
        var planned =
                command(
                        Channel.CLI,
                        Shell.BASH,
                        List.of(new Word.Plain("x"), new Word.Slot(slot)),
                        Map.of(slot, value));
        // Then
        assertThat(planned.command()).matches(isShown ? "x '[^<]*(<account-1>)?'" : "x '<[^>]*>'");
        assertThat(planned.text().contains("is not filled in")).isNotEqualTo(isShown);
    }

    @Test
    void asksForSecretsInTheWayOfTheShell() {
        var prompt = new Word.Prompt("new password");
        assertThat(
                        command(
                                        Channel.POWERSHELL,
                                        Shell.POWERSHELL,
                                        List.of(new Word.Plain("Set-X"), prompt),
                                        Map.of())
                                .command())
                .isEqualTo("Set-X (Read-Host -AsSecureString 'new password')");
        assertThat(command(Channel.SERIAL_CONSOLE, Shell.CMD, net(prompt), Map.of()).command())
                .isEqualTo("net user \"<user name>\" *");
        assertThat(command(Channel.IN_GUEST, Shell.POWERSHELL, net(prompt), Map.of()).command())
                .isEqualTo("net user '<user name>' *");
        assertThat(
                        command(
                                        Channel.CLI,
                                        Shell.BASH,
                                        List.of(new Word.Plain("az"), prompt),
                                        Map.of())
                                .command())
                .isEqualTo("az \"$(IFS= read -rsp 'new password: ' p; printf %s \"$p\")\"");
        var run = command(Channel.RUN_COMMAND, Shell.POWERSHELL, net(prompt), Map.of());
        assertThat(run.command()).isNull();
        assertThat(run.text()).contains("cannot ask");
    }

    @Test
    void quotesAProgramSoThatPowerShellRunsIt() {
        var words =
                List.<Word>of(new Word.Plain("C:\\Program Files\\x.exe"), new Word.Code("$(1)"));
        assertThat(command(Channel.IN_GUEST, Shell.POWERSHELL, words, Map.of()).command())
                .isEqualTo("& 'C:\\Program Files\\x.exe' $(1)");
    }

    private static List<Word> net(Word prompt) {
        return List.of(
                new Word.Plain("net"), new Word.Plain("user"), new Word.Slot("user"), prompt);
    }

    private static PlannedStep command(
            Channel channel, Shell shell, List<Word> words, Map<String, String> values) {
        var step = new Fix.Step(channel, "Do it.", shell, words);
        var fix =
                new Fix(
                        "x",
                        "g",
                        Cure.FIX,
                        Safety.REVERSIBLE,
                        "r",
                        List.of(),
                        List.of(),
                        List.of(step),
                        "c",
                        "u");
        return FixPlanner.plan(List.of(fix), state("agent=up,sign-in=possible"), values)
                .getFirst()
                .steps()
                .getFirst();
    }

    private static Fix fix(
            String id, Cure cure, Safety safety, List<String> needs, Channel channel) {
        return new Fix(
                id,
                "g",
                cure,
                safety,
                "r",
                needs,
                List.of(),
                List.of(step(channel, Shell.CMD)),
                "c",
                "u");
    }

    private static Fix.Step step(Channel channel, Shell shell) {
        return new Fix.Step(channel, "Do it.", shell, List.of());
    }

    private static MachineState state(String facts) {
        var words = new java.util.TreeMap<String, String>();
        for (String fact : facts.split(",")) {
            words.put(fact.split("=")[0], fact.split("=")[1]);
        }
        return MachineState.from(words);
    }
}
