package latchkey.simulator.scenario;

import latchkey.simulator.controlplane.ArmResponse;
import latchkey.simulator.guest.Account;
import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.PasswordPolicy;
import latchkey.simulator.scenario.client.Arm;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.Setting;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Orders one machine of a setting from the platform, and gives it its accounts and rules. */
final class Furnisher {
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Duration SETTLING = Duration.ofMinutes(3);

    private final Stage stage;
    private final Setting.MachineSetting setting;

    Furnisher(Stage stage, Setting.MachineSetting setting) {
        this.stage = stage;
        this.setting = setting;
    }

    void furnish() {
        Phrase traits = setting.traits();
        String body =
                stage.bodies()
                        .machine(
                                traits.text("admin", "azureadmin"),
                                traits.text("password", "First-Door-2023"),
                                traits.text("release", "server-2022"));
        String path = stage.machinePath(setting.name());
        Instant from = stage.world().now();
        ArmResponse answer = stage.arm().send(stage.owner(), "PUT", path, body);
        if (!Arm.isSuccess(answer)) {
            throw new IllegalStateException("a setting was refused by its platform");
        }
        Optional<Arm.Accepted> creation = Arm.operation(stage.owner(), from, answer);
        creation.ifPresent(stage::created);
        if (traits.flag("waits-for-agent", true)) {
            creation.ifPresent(stage.arm()::awaitQuietly);
            stage.world().advanceUntil(() -> stage.machine(setting.name()).isUp(), PATIENCE);
            stage.world().advance(SETTLING);
        }
        Guest guest = stage.machine(setting.name()).guest();
        policy(guest);
        setting.accounts().forEach(account -> account(guest, account));
    }

    private void policy(Guest guest) {
        Phrase rules = setting.policy();
        PasswordPolicy now = guest.accounts().policy();
        guest.accounts()
                .setPolicy(
                        new PasswordPolicy(
                                (int) rules.number("minimum-length", now.minimumLength()),
                                rules.flag("complexity", now.complexity()),
                                (int) rules.number("history", now.history()),
                                (int) rules.number("minimum-age", now.minimumAgeDays()),
                                (int) rules.number("lockout", now.lockoutThreshold())));
        guest.accounts().setHistoryHoldsForSets(rules.flag("history-for-resets", false));
    }

    private static void account(Guest guest, Phrase said) {
        boolean desktop = said.flag("remote-desktop", false);
        Account account =
                said.flag("in-domain", false)
                        ? guest.domain().plant(said.text("name"), said.text("password"), desktop)
                        : guest.accounts().plant(said.text("name"), said.text("password"));
        if (!said.flag("in-domain", false)) {
            if (said.flag("administrator", false)) {
                guest.accounts().join(account, Accounts.ADMINISTRATORS);
            }
            if (desktop) {
                guest.accounts().join(account, Accounts.REMOTE_DESKTOP_USERS);
            }
        }
        account.setEnabled(said.flag("enabled", true));
        account.setMustChangePassword(said.flag("must-change", false));
        said.ifSaid("full-name", account::setFullName);
        said.ifSaid(
                "restriction",
                word ->
                        account.setRestriction(
                                Account.Restriction.valueOf(
                                        word.replace('-', '_').toUpperCase(Locale.ROOT))));
    }
}
