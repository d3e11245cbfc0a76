package latchkey.simulator.scenario;

import static latchkey.simulator.scenario.language.Parameter.Kind.FLAG;

import latchkey.simulator.scenario.client.Client;
import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Phrase;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people do to the VM itself: power, its model, Run Command. */
final class MachineActs {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MachineActs() {}

    static void enrol(Repertoire<Act> acts) {
        Parameter client = Parameter.oneOf("client", ExtensionActs.clients());
        Parameter wait = Parameter.of(FLAG, "wait");
        Parameter as = Stage.ROLES;
        for (String word : new String[] {"start", "restart", "deallocate", "redeploy", "reapply"}) {
            acts.add(word, (stage, step) -> post(stage, step, word), client, wait, as);
        }
        acts.add("stop", (stage, step) -> post(stage, step, "powerOff"), client, wait, as);
        acts.add(
                "change-admin-password",
                MachineActs::changePassword,
                client,
                wait,
                as,
                Parameter.text("password").must());
        acts.add(
                "allow-extensions",
                MachineActs::allowExtensions,
                client,
                as,
                Parameter.of(FLAG, "on").must());
        acts.add(
                "create-vm",
                MachineActs::create,
                client,
                wait,
                as,
                Parameter.text("name").must(),
                Parameter.text("user").must(),
                Parameter.text("password").must());
        acts.add("attach-disk", MachineActs::attach, client, as);
        acts.add("await-creation", (stage, step) -> stage.people().awaitCreation(step));
        acts.add(
                "run-command",
                MachineActs::runCommand,
                client,
                wait,
                as,
                Parameter.text("script"),
                Parameter.text("id"));
    }

    private static void post(Stage stage, Phrase step, String action) {
        Client client = stage.client(step);
        stage.people()
                .order(
                        step,
                        new People.Errand(
                                "POST",
                                stage.machinePath(stage.vm(step)) + "/" + action,
                                "",
                                Commands.machine(client, stage, step, step.word()),
                                Commands.verb(client, step.word())));
    }

    private static void create(Stage stage, Phrase step) {
        Client client = stage.client(step);
        String body =
                stage.bodies().machine(step.text("user"), step.text("password"), "server-2022");
        stage.people()
                .order(
                        step,
                        new People.Errand(
                                "PUT",
                                stage.machinePath(step.text("name")),
                                body,
                                Commands.create(client, stage, step.text("name")),
                                Commands.verb(client, "create-vm")));
    }

    /** The machine goes, its disk stays, and a machine of the same name is made from it. */
    private static void attach(Stage stage, Phrase step) {
        Client client = stage.client(step);
        String name = stage.vm(step);
        String path = stage.machinePath(name);
        String gone = Commands.machine(client, stage, step, "delete");
        stage.people().order(step, new People.Errand("DELETE", path, "", gone, ""));
        String disk =
                stage.groupPath() + "/providers/Microsoft.Compute/disks/" + name + "_OsDisk_1";
        stage.people()
                .order(
                        step,
                        new People.Errand(
                                "PUT",
                                path,
                                stage.bodies().attached(disk),
                                Commands.create(client, stage, name),
                                Commands.verb(client, "create-vm")));
    }

    private static void changePassword(Stage stage, Phrase step) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("properties")
                .putObject("osProfile")
                .put("adminPassword", step.text("password"));
        patch(stage, step, body);
    }

    private static void allowExtensions(Stage stage, Phrase step) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("properties")
                .putObject("osProfile")
                .put("allowExtensionOperations", step.flag("on", true));
        patch(stage, step, body);
    }

    private static void patch(Stage stage, Phrase step, ObjectNode body) {
        Client client = stage.client(step);
        stage.people()
                .order(
                        step,
                        new People.Errand(
                                "PATCH",
                                stage.machinePath(stage.vm(step)),
                                body.toString(),
                                Commands.machine(client, stage, step, "update"),
                                Commands.verb(client, "update")));
    }

    private static void runCommand(Stage stage, Phrase step) {
        Client client = stage.client(step);
        ObjectNode body = JSON.createObjectNode();
        body.put("commandId", step.text("id", "RunPowerShellScript"));
        step.ifSaid("script", script -> body.putArray("script").add(script));
        stage.people()
                .order(
                        step,
                        new People.Errand(
                                "POST",
                                stage.machinePath(stage.vm(step)) + "/runCommand",
                                body.toString(),
                                Commands.machine(client, stage, step, "run-command"),
                                Commands.verb(client, "run-command")));
    }
}
