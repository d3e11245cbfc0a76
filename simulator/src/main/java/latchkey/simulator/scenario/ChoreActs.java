package latchkey.simulator.scenario;

import static latchkey.simulator.scenario.language.Parameter.Kind.FLAG;
import static latchkey.simulator.scenario.language.Parameter.Kind.LIST;
import static latchkey.simulator.scenario.language.Parameter.Kind.NUMBER;

import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.Service;
import latchkey.simulator.guest.chore.AccountChore;
import latchkey.simulator.guest.chore.Chore;
import latchkey.simulator.guest.chore.NetworkChore;
import latchkey.simulator.guest.chore.RegistryChore;
import latchkey.simulator.guest.chore.ServiceChore;
import latchkey.simulator.guest.chore.SystemChore;
import latchkey.simulator.guest.chore.WayIn;
import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Phrase;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Chores of support engineers in a guest, each by the way in that is said. */
final class ChoreActs {
    private static final Parameter[] VALUES = {
        Parameter.text("account"),
        Parameter.text("password"),
        Parameter.text("service"),
        Parameter.text("program"),
        Parameter.text("target"),
        Parameter.text("folder"),
        Parameter.text("key"),
        Parameter.text("name"),
        Parameter.of(NUMBER, "value"),
        Parameter.of(FLAG, "on")
    };

    private static final Map<String, Function<Phrase, Chore>> CHORES = chores();

    private ChoreActs() {}

    static void enrol(Repertoire<Act> acts) {
        Parameter way = Parameter.oneOf("way", ways());
        Parameter[] parameters = new Parameter[VALUES.length + 2];
        parameters[0] = Parameter.oneOf("do", CHORES.keySet().toArray(String[]::new)).must();
        parameters[1] = way;
        System.arraycopy(VALUES, 0, parameters, 2, VALUES.length);
        acts.add("chore", ChoreActs::perform, parameters);
        acts.add("type", Stage::type, way, Parameter.of(LIST, "command").must());
        acts.add(
                "start-service",
                (stage, step) -> {
                    stage.chore(
                            step,
                            new ServiceChore.SetStart(
                                    step.text("service"), Service.Start.AUTOMATIC));
                    stage.chore(step, new ServiceChore.Start(step.text("service")));
                },
                Parameter.text("service").must(),
                way);
        acts.add(
                "join-administrators",
                (stage, step) ->
                        stage.chore(
                                step,
                                new AccountChore.AddToGroup(
                                        step.text("account"), Accounts.ADMINISTRATORS)),
                Parameter.text("account").must(),
                way);
        acts.add(
                "give-console",
                Stage::giveConsole,
                Parameter.text("account").must(),
                Parameter.text("password").must());
    }

    private static String[] ways() {
        WayIn[] all = WayIn.values();
        String[] words = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            words[i] = all[i].name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return words;
    }

    private static void perform(Stage stage, Phrase step) {
        Function<Phrase, Chore> chore = CHORES.get(step.text("do"));
        if (chore != null) {
            stage.chore(step, chore.apply(step));
        }
    }

    private static Map<String, Function<Phrase, Chore>> chores() {
        Map<String, Function<Phrase, Chore>> all = new TreeMap<>();
        all.put("restart", step -> new SystemChore.Restart());
        all.put("free-space", step -> new SystemChore.FreeSpace(step.number("value", 1L << 33)));
        all.put("grant-system", step -> new SystemChore.GrantSystem(step.text("folder")));
        all.put("allow-to-run", step -> new SystemChore.AllowToRun(step.text("folder")));
        all.put("import-root", step -> new SystemChore.ImportRoot(step.text("name")));
        all.put("renew-rdp-certificate", step -> new SystemChore.RenewListenerCertificate());
        all.put("replace-machine-config", step -> new SystemChore.ReplaceMachineConfig());
        all.put("repair-wmi", step -> new SystemChore.RepairWmi());
        all.put("restore-path", step -> new SystemChore.RestorePath());
        all.put("correct-clock", step -> new SystemChore.CorrectClock());
        all.put("install-updates", step -> new SystemChore.InstallUpdates());
        all.put("mend-licensing", step -> new SystemChore.MendLicensing(step.flag("on", true)));
        all.put(
                "set-nla",
                step -> new SystemChore.SetNetworkLevelAuthentication(step.flag("on", false)));
        all.put("repair-secure-channel", step -> new SystemChore.RepairSecureChannel());
        all.put("install-agent", step -> new SystemChore.InstallAgent(step.flag("on", false)));
        all.put("repair-boot", step -> new SystemChore.RepairBoot());
        all.put("use-dhcp", step -> new NetworkChore.UseDhcp());
        all.put("reset-proxy", step -> new NetworkChore.ResetProxy());
        all.put("reset-profiles", step -> new NetworkChore.ResetProfiles());
        all.put("remove-block", step -> new NetworkChore.RemoveBlock(step.text("target")));
        all.put("enable-rules", step -> new NetworkChore.EnableRules(step.text("name")));
        all.put("stop-service", step -> new ServiceChore.Stop(step.text("service")));
        all.put("restart-service", step -> new ServiceChore.Restart(step.text("service")));
        all.put("end-process", step -> new ServiceChore.EndProcess(step.text("program")));
        all.put(
                "set-number",
                step ->
                        new RegistryChore.SetNumber(
                                step.text("key"), step.text("name"), step.number("value", 0)));
        all.put(
                "set-password",
                step -> new AccountChore.SetPassword(step.text("account"), step.text("password")));
        all.put(
                "join-remote-desktop-users",
                step ->
                        new AccountChore.AddToGroup(
                                step.text("account"), Accounts.REMOTE_DESKTOP_USERS));
        all.put("activate", step -> new AccountChore.Activate(step.text("account")));
        all.put(
                "clear-must-change",
                step -> new AccountChore.ClearMustChange(step.text("account")));
        all.put(
                "create-at-next-start",
                step ->
                        new AccountChore.CreateAtNextStart(
                                step.text("account"), step.text("password")));
        return all;
    }
}
