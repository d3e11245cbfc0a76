package latchkey.simulator.scenario;

import latchkey.simulator.guest.Account;
import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.Scenario;
import latchkey.simulator.scenario.language.Setting;
import latchkey.simulator.world.Happening;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** The world's own account of a story: what happened, where it began, how it stands at the end. */
final class Truth {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Truth() {}

    static String of(Stage stage, Order order, List<String> disappointments) {
        Scenario scenario = order.scenario();
        ObjectNode root = JSON.createObjectNode();
        root.put("scenario", scenario.id());
        root.put("title", scenario.title());
        root.put("seed", order.seed());
        root.put("variant", order.variant().toString());
        root.put("faultOff", order.faultOff());
        root.put("cause", order.faultOff() ? null : scenario.cause().orElse(null));
        String outcome = order.faultOff() ? scenario.without() : scenario.outcome();
        // A failure that was overcome before the story is history where all else is well.
        boolean past = order.variant().has("stale") && outcome.equals("healthy");
        root.put("outcome", past ? "resolved" : outcome);
        reason(root, stage, scenario.ending(order.faultOff()));
        root.put("from", stage.world().start().toString());
        root.put("to", stage.world().now().toString());
        ArrayNode missed = root.putArray("disappointments");
        disappointments.forEach(missed::add);
        machines(root.putArray("machines"), stage, scenario);
        ArrayNode happenings = root.putArray("happenings");
        stage.world().chronicle().all().forEach(one -> happening(happenings.addObject(), one));
        return root.toPrettyString() + "\n";
    }

    /** The first thing the ending says the world must have told. */
    private static void reason(ObjectNode root, Stage stage, List<Phrase> ending) {
        ending.stream()
                .filter(claim -> claim.word().equals("told"))
                .flatMap(claim -> Claims.find(stage, claim).stream())
                .findFirst()
                .ifPresentOrElse(
                        one -> happening(root.putObject("reason"), one),
                        () -> root.putNull("reason"));
    }

    private static void happening(ObjectNode node, Happening one) {
        node.put("number", one.number());
        node.put("at", one.at().toString());
        node.put("where", one.where());
        node.put("what", one.what());
        ObjectNode details = node.putObject("details");
        one.details().forEach(details::put);
    }

    private static void machines(ArrayNode list, Stage stage, Scenario scenario) {
        for (Setting.MachineSetting setting : scenario.setting().machines()) {
            if (!stage.isPlaced(setting.name())) {
                continue;
            }
            Guest guest = stage.machine(setting.name()).guest();
            ObjectNode node = list.addObject();
            node.put("name", setting.name());
            node.put("up", guest.isUp());
            ArrayNode accounts = node.putArray("accounts");
            for (Account account : guest.accounts().all()) {
                ObjectNode one = accounts.addObject();
                one.put("name", account.name());
                one.put("rid", account.rid());
                one.put("enabled", account.isEnabled());
                one.put("locked", account.isLocked());
                one.put(
                        "administrator",
                        guest.accounts().isMember(account, Accounts.ADMINISTRATORS));
            }
            ArrayNode stopped = node.putArray("stoppedServices");
            guest.services().all().stream()
                    .filter(service -> !service.isRunning())
                    .forEach(service -> stopped.add(service.name()));
        }
    }
}
