package latchkey.simulator.scenario;

import static latchkey.simulator.scenario.language.Parameter.Kind.DURATION;
import static latchkey.simulator.scenario.language.Parameter.Kind.FLAG;
import static latchkey.simulator.scenario.language.Parameter.Kind.LIST;
import static latchkey.simulator.scenario.language.Parameter.Kind.NUMBER;

import latchkey.simulator.scenario.client.Client;
import latchkey.simulator.scenario.client.Sight;
import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Phrase;

import tools.jackson.databind.node.ObjectNode;

/** What people do to extensions: reset a password or Remote Desktop, put, delete, deploy. */
final class ExtensionActs {
    private static final String VERSION = "2.4";

    private ExtensionActs() {}

    static void enrol(Repertoire<Act> acts) {
        Parameter client = Parameter.oneOf("client", clients());
        Parameter name = Parameter.text("name");
        Parameter version = Parameter.text("version");
        Parameter wait = Parameter.of(FLAG, "wait");
        Parameter as = Stage.ROLES;
        acts.add(
                "reset-password",
                ExtensionActs::resetPassword,
                client,
                name,
                version,
                wait,
                as,
                Parameter.text("user"),
                Parameter.text("password"),
                Parameter.oneOf("user-in", "public", "protected"),
                Parameter.of(FLAG, "auto-upgrade"),
                Parameter.of(FLAG, "shows-request"),
                Parameter.oneOf("handler", "windows", "linux"),
                Parameter.text("force-rerun"));
        acts.add(
                "reset-rdp",
                ExtensionActs::resetPassword,
                client,
                name,
                version,
                wait,
                as,
                Parameter.oneOf("handler", "windows", "linux"),
                Parameter.text("force-rerun"));
        acts.add(
                "put-extension",
                ExtensionActs::put,
                client,
                Parameter.text("name").must(),
                Parameter.text("publisher").must(),
                Parameter.text("type").must(),
                Parameter.text("version").must(),
                wait,
                as,
                Parameter.text("settings"),
                Parameter.text("protected"),
                Parameter.of(FLAG, "auto-upgrade"));
        acts.add("delete-extension", ExtensionActs::delete, client, name, wait, as);
        acts.add(
                "deploy-template",
                ExtensionActs::deploy,
                Parameter.of(LIST, "names"),
                version,
                wait,
                as,
                Parameter.text("user"),
                Parameter.text("password"));
        enrolOperator(acts);
        enrolPatience(acts);
    }

    /** The operator of a stamp adds it from the marketplace. */
    private static void download(Stage stage, Phrase step) {
        String type = step.text("type");
        boolean there = stage.platform().download(step.text("publisher"), type);
        stage.world()
                .tell(
                        "operator",
                        there ? "extension-downloaded" : "extension-not-in-marketplace",
                        "type",
                        type);
    }

    private static void enrolOperator(Repertoire<Act> acts) {
        acts.add(
                "download-extension",
                ExtensionActs::download,
                Parameter.text("publisher").must(),
                Parameter.text("type").must());
    }

    /** People wait: for what they ordered, or for the time to pass. */
    private static void enrolPatience(Repertoire<Act> acts) {
        acts.add(
                "await",
                (stage, step) ->
                        stage.people().await((int) step.number("first", Integer.MAX_VALUE)),
                Parameter.of(NUMBER, "first"));
        acts.add(
                "wait",
                (stage, step) -> stage.world().advance(step.duration("for", Stage.A_WHILE)),
                Parameter.of(DURATION, "for").must());
    }

    static String[] clients() {
        String[] words = new String[Client.values().length];
        for (Client client : Client.values()) {
            words[client.ordinal()] = client.word();
        }
        return words;
    }

    private static void resetPassword(Stage stage, Phrase step) {
        Client client = stage.client(step);
        if (client == Client.TEMPLATE) {
            deploy(stage, step);
            return;
        }
        boolean linux = step.text("handler", "windows").equals("linux");
        ObjectNode body = stage.bodies().vmAccess(step, linux);
        String name = step.text("name", "enablevmaccess");
        if (client == Client.AZ && !step.has("name")) {
            name = stage.people().nameThatAzReuses(step);
        }
        if (step.flag("shows-request", false)) {
            stage.people().see(request(stage, body));
        }
        String command = Commands.reset(client, stage, step, name);
        String verb = Commands.verb(client, step.word());
        String path = stage.extensionPath(stage.vm(step), name);
        stage.people().order(step, new People.Errand("PUT", path, body.toString(), command, verb));
    }

    /** Who writes programs hands in the request, its secrets starred. */
    private static Sight request(Stage stage, ObjectNode body) {
        String text =
                body.toPrettyString().replaceAll("(?i)(\"password\" : )\"[^\"]*\"", "$1\"***\"");
        return new Sight(stage.world().now(), "request.json", text + "\r\n", false);
    }

    private static void put(Stage stage, Phrase step) {
        ObjectNode body = stage.bodies().extension(step);
        String name = step.text("name");
        String path = stage.extensionPath(stage.vm(step), name);
        Client client = stage.client(step);
        String command = Commands.put(client, stage, step);
        String verb = Commands.verb(client, step.word());
        stage.people().order(step, new People.Errand("PUT", path, body.toString(), command, verb));
    }

    private static void delete(Stage stage, Phrase step) {
        String name = step.text("name", "enablevmaccess");
        String path = stage.extensionPath(stage.vm(step), name);
        Client client = stage.client(step);
        String command = Commands.delete(client, stage, step, name);
        String verb = Commands.verb(client, step.word());
        stage.people().order(step, new People.Errand("DELETE", path, "", command, verb));
    }

    private static void deploy(Stage stage, Phrase step) {
        String path =
                stage.groupPath()
                        + "/providers/Microsoft.Resources/deployments/vmaccess-"
                        + stage.people().nextNumber();
        String body =
                stage.bodies().deployment(stage.vm(step), step, step.text("version", VERSION));
        String command = "New-AzResourceGroupDeployment -TemplateFile vmaccess.json";
        stage.people()
                .orderAs(
                        Client.TEMPLATE,
                        step,
                        new People.Errand("PUT", path, body, command, "Deployment"));
    }
}
