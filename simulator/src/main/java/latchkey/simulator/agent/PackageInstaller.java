package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.HandlerFolder;
import latchkey.simulator.agent.log.Diary;
import latchkey.simulator.guest.DotNet;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Win32Error;
import latchkey.simulator.wire.GoalState;
import latchkey.simulator.wire.PluginGoal;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches a handler's manifest and package and unpacks it. */
final class PackageInstaller {
    private static final int THREAD = HandlerWork.THREAD;
    private static final Pattern ENTRY =
            Pattern.compile(
                    "<Version>\\s*([^<\\s]+)\\s*</Version>.*?<Uri>\\s*([^<\\s]+)\\s*</Uri>",
                    Pattern.DOTALL);

    private final Guest guest;
    private final WireClient wire;
    private final AgentSetup setup;
    private final Diary diary;
    private final Dice dice;

    PackageInstaller(GuestAgent agent, WireClient wire) {
        this.guest = agent.guest();
        this.wire = wire;
        this.setup = agent.setup();
        this.diary = agent.parts().logs().agent();
        this.dice = agent.dice();
    }

    void bring(PluginGoal goal, GoalState state, Consumer<Optional<StepFailure>> then) {
        then.accept(failureOf(goal, state));
    }

    private Optional<StepFailure> failureOf(PluginGoal goal, GoalState state) {
        Answer manifest = fetch(state, goal.location());
        if (manifest instanceof Answer.Failed failed) {
            return Optional.of(
                    download(failed, StepFailure.MANIFEST_DOWNLOAD, "manifest", goal.location()));
        }
        Optional<String> address =
                ((Answer.Got) manifest).response().text().isEmpty()
                        ? Optional.empty()
                        : address(((Answer.Got) manifest).response(), goal.version());
        if (address.isEmpty()) {
            return Optional.of(
                    StepFailure.of(
                            StepFailure.MANIFEST_NOT_FOUND,
                            "Install",
                            "Version "
                                    + goal.version()
                                    + " of plugin "
                                    + goal.handler()
                                    + " was not found in the repository."));
        }
        if (goal.autoUpgrade()) {
            diary.info(
                    THREAD,
                    "Auto-Upgrade mode. Highest public version for plugin '"
                            + goal.handler()
                            + "' with requested version: '"
                            + goal.version()
                            + "', is: '"
                            + goal.version()
                            + "'");
        }
        return unpack(goal, fetch(state, address.get()), address.get());
    }

    private static Optional<String> address(WireResponse manifest, String version) {
        Matcher entries = ENTRY.matcher(manifest.text());
        while (entries.find()) {
            if (entries.group(1).equals(version)) {
                return Optional.of(entries.group(2).replace("&amp;", "&"));
            }
        }
        return Optional.empty();
    }

    private Optional<StepFailure> unpack(PluginGoal goal, Answer bytes, String address) {
        if (bytes instanceof Answer.Failed failed) {
            return Optional.of(download(failed, StepFailure.PACKAGE_DOWNLOAD, "package", address));
        }
        byte[] content = ((Answer.Got) bytes).response().body();
        diary.info(
                THREAD,
                "Test extract the plugin zip file to the temp folder C:\\TEMP\\" + dice.guid());
        if (guest.dotNet().health() == DotNet.Health.FORCED_TO_32_BIT) {
            return Optional.of(badImage());
        }
        if (content.length < 2 || content[0] != 'P' || content[1] != 'K') {
            return Optional.of(
                    StepFailure.of(
                            StepFailure.EXTRACTION,
                            "Install",
                            "End of Central Directory record could not be found."));
        }
        HandlerFolder folder = new HandlerFolder(guest, goal.handler(), goal.version());
        Optional<Win32Error> refused = folder.unpack(false);
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        StepFailure failure = StepFailure.refusedFile(guest, refused.get(), folder.root());
        diary.error(THREAD, "InstallPlugins() failed with exception: " + failure.exception());
        return Optional.of(failure);
    }

    @Known(how = How.RECORDED, source = "windows-azure-guest-agent, log of 2021")
    private StepFailure badImage() {
        String text =
                "An attempt was made to load a program with an incorrect format. (Exception from"
                        + " HRESULT: 0x8007000B)";
        String exception =
                "System.AggregateException: One or more errors occurred. --->"
                        + " System.BadImageFormatException: "
                        + text
                        + "\r\n   at Microsoft.WindowsAzure.GuestAgent.ExtensionStateMachine"
                        + ".PluginInstaller.PackageExpand(String packageFilePath, String"
                        + " destinationPath)\r\n   at"
                        + " Microsoft.WindowsAzure.GuestAgent.ExtensionStateMachine.PluginInstaller"
                        + ".ValidateExtensionZipFile(String pluginName, String pluginVersion,"
                        + " String& pluginZipFile)";
        diary.error(10, "InstallPlugins() failed with exception: " + exception);
        return new StepFailure(StepFailure.EXTRACTION, "Install", text, exception);
    }

    /** Straight from the store, or by way of the host where the agent can. */
    @Known(how = How.INFERRED, source = "WALinuxAgent falls back to extensionArtifact")
    private Answer fetch(GoalState state, String address) {
        Answer direct = wire.fetch(address);
        if (direct instanceof Answer.Failed && setup.relays()) {
            Answer relayed = wire.fetchThroughHost(state, address);
            return relayed instanceof Answer.Got ? relayed : direct;
        }
        return direct;
    }

    @Known(how = How.ASSUMED, source = "the opening words; the exception is .NET's own")
    private StepFailure download(Answer.Failed failed, int code, String what, String address) {
        String text = failed.failure().full();
        diary.error(THREAD, "Download of " + what + " failed: " + address + ": " + text);
        return StepFailure.of(code, "Install", failed.failure().text());
    }
}
