package latchkey.simulator.scenario;

import static latchkey.simulator.scenario.language.Parameter.Kind.FLAG;

import latchkey.simulator.controlplane.ArmResponse;
import latchkey.simulator.guest.Account;
import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.RemoteDesktop;
import latchkey.simulator.guest.SignIn;
import latchkey.simulator.scenario.client.Arm;
import latchkey.simulator.scenario.client.ArmError;
import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.world.Happening;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be claimed of the end of a story, in the world's own terms. */
final class Claims {
    private Claims() {}

    static void enrol(Repertoire<Claim> claims) {
        claims.add(
                "account",
                Claims::account,
                Parameter.text("name").must(),
                Parameter.of(FLAG, "exists"),
                Parameter.of(FLAG, "enabled"),
                Parameter.of(FLAG, "locked"),
                Parameter.of(FLAG, "administrator"),
                Parameter.text("password"),
                Parameter.text("not-password"));
        claims.add(
                "signed-in",
                Claims::signedIn,
                Parameter.of(FLAG, "is").must(),
                Parameter.text("because"));
        claims.add(
                "can-sign-in",
                Claims::canSignIn,
                Parameter.text("user").must(),
                Parameter.text("password").must(),
                Parameter.of(FLAG, "is").must());
        claims.add(
                "told",
                (stage, claim) ->
                        find(stage, claim).isPresent()
                                ? Optional.empty()
                                : Optional.of("the world never told of it"),
                Parameter.text("where"),
                Parameter.text("what").must(),
                Parameter.text("because"),
                Parameter.text("with"));
        claims.add("saw", Claims::saw, Parameter.text("text").must(), Parameter.of(FLAG, "ever"));
        claims.add(
                "answered",
                Claims::answered,
                Parameter.text("code").must(),
                Parameter.text("says"));
        claims.add(
                "extension",
                Claims::extension,
                Parameter.text("name"),
                Parameter.text("state"),
                Parameter.text("says"),
                Parameter.of(FLAG, "exists"));
        claims.add(
                "service",
                (stage, claim) ->
                        differs(
                                "runs",
                                claim,
                                stage.guest(claim).services().isRunning(claim.text("name"))),
                Parameter.text("name").must(),
                Parameter.of(FLAG, "runs").must());
        claims.add(
                "machine",
                (stage, claim) -> differs("up", claim, stage.guest(claim).isUp()),
                Parameter.of(FLAG, "up").must());
    }

    private static Optional<String> account(Stage stage, Phrase claim) {
        Guest guest = stage.guest(claim);
        Optional<Account> found = guest.accounts().find(claim.text("name"));
        if (found.isEmpty() || !claim.flag("exists", true)) {
            return found.isPresent() == claim.flag("exists", true)
                    ? Optional.empty()
                    : Optional.of("the account is " + (found.isPresent() ? "there" : "not there"));
        }
        Account account = found.get();
        Map<String, Boolean> facts = new LinkedHashMap<>();
        facts.put("enabled", account.isEnabled());
        facts.put("locked", account.isLocked());
        facts.put("administrator", guest.accounts().isMember(account, Accounts.ADMINISTRATORS));
        List<String> wrong = new ArrayList<>();
        facts.forEach((name, is) -> differs(name, claim, is).ifPresent(wrong::add));
        claim.find("password")
                .filter(word -> !account.hasPassword(word))
                .ifPresent(word -> wrong.add("it has another password"));
        claim.find("not-password")
                .filter(account::hasPassword)
                .ifPresent(word -> wrong.add("it has that password"));
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", wrong));
    }

    private static Optional<String> signedIn(Stage stage, Phrase claim) {
        Optional<SignIn> last = stage.lastSignIn();
        if (last.isEmpty()) {
            return Optional.of("nobody tried");
        }
        return switch (last.get()) {
            case SignIn.Admitted admitted ->
                    claim.flag("is", true)
                            ? Optional.empty()
                            : Optional.of(admitted.account() + " is in");
            case SignIn.Refused refused ->
                    claim.flag("is", true)
                                    || !claim.text("because", refused.because())
                                            .equals(refused.because())
                            ? Optional.of("it was refused: " + refused.because())
                            : Optional.empty();
        };
    }

    private static Optional<String> canSignIn(Stage stage, Phrase claim) {
        RemoteDesktop desktop = stage.guest(claim).remoteDesktop();
        boolean reachable = desktop.isReachable(PersonActs.remoteClient(stage, claim));
        boolean allowed = desktop.allowsLogon(claim.text("user"), claim.text("password"));
        return differs("is", claim, reachable && allowed);
    }

    private static Optional<String> differs(String name, Phrase claim, boolean is) {
        return claim.flag(name, is) == is
                ? Optional.empty()
                : Optional.of(name + " is " + (is ? "yes" : "no"));
    }

    /** The first happening that fits a claim of that kind. */
    static Optional<Happening> find(Stage stage, Phrase claim) {
        return stage.world().chronicle().all().stream()
                .filter(happening -> happening.what().equals(claim.text("what")))
                .filter(happening -> happening.where().startsWith(claim.text("where", "")))
                .filter(
                        happening ->
                                !claim.has("because")
                                        || claim.text("because")
                                                .equals(happening.details().get("because")))
                .filter(
                        happening ->
                                !claim.has("with")
                                        || happening.details().containsValue(claim.text("with")))
                .findFirst();
    }

    private static Optional<String> saw(Stage stage, Phrase claim) {
        if (!stage.speaksEnglish()) {
            return Optional.empty();
        }
        boolean seen =
                stage.people().sights().stream()
                        .anyMatch(sight -> sight.text().contains(claim.text("text")));
        return seen == claim.flag("ever", true)
                ? Optional.empty()
                : Optional.of(seen ? "somebody saw it" : "nobody saw it");
    }

    private static Optional<String> answered(Stage stage, Phrase claim) {
        Optional<ArmError> error = stage.people().lastError();
        String code = error.map(ArmError::code).orElse("nothing");
        String json = error.map(ArmError::json).orElse("");
        boolean is = code.equals(claim.text("code")) || json.contains(claim.text("code"));
        if (!is) {
            return Optional.of("the last error was " + code);
        }
        return json.contains(stage.words(claim))
                ? Optional.empty()
                : Optional.of("the last error said " + error.map(ArmError::message).orElse(""));
    }

    private static Optional<String> extension(Stage stage, Phrase claim) {
        String name = claim.text("name", "enablevmaccess");
        String path = stage.extensionPath(stage.vm(claim), name) + "?$expand=instanceView";
        ArmResponse answer = stage.arm().send(stage.caller(claim), "GET", path, "");
        boolean exists = Arm.isSuccess(answer);
        if (exists != claim.flag("exists", true)) {
            return Optional.of("the extension is " + (exists ? "there" : "not there"));
        }
        JsonNode properties = Arm.json(answer).path("properties");
        String state = properties.path("provisioningState").asString("");
        if (!state.equals(claim.text("state", state))) {
            return Optional.of("its state is " + state);
        }
        return properties.toString().contains(stage.words(claim))
                ? Optional.empty()
                : Optional.of("it says something else");
    }
}
