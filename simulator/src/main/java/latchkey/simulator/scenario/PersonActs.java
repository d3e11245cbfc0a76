package latchkey.simulator.scenario;

import static latchkey.simulator.scenario.language.Parameter.Kind.FLAG;
import static latchkey.simulator.scenario.language.Parameter.Kind.NUMBER;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Network;
import latchkey.simulator.guest.RemoteClient;
import latchkey.simulator.guest.RemoteDesktop;
import latchkey.simulator.guest.SignIn;
import latchkey.simulator.guest.Tongue;
import latchkey.simulator.scenario.client.Client;
import latchkey.simulator.scenario.client.Sight;
import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** What people do by themselves: sign in, mistype a command; and what strangers do. */
final class PersonActs {
    private static final int ORDINARY_PORT = 3389;
    private static final String MESSAGE = "rdp-message.txt";
    private static final String TICKET = "ticket.txt";

    private PersonActs() {}

    static void enrol(Repertoire<Act> acts) {
        acts.add(
                "sign-in",
                PersonActs::signIn,
                Parameter.text("user").must(),
                Parameter.text("password").must(),
                Parameter.text("home-domain"),
                Parameter.of(NUMBER, "port"),
                Parameter.of(FLAG, "credssp-patched"),
                Parameter.of(FLAG, "allows-old-oracle"),
                Parameter.text("new-password"),
                Parameter.of(FLAG, "administrative"),
                Parameter.of(NUMBER, "times"));
        acts.add(
                "mistype",
                PersonActs::mistype,
                Parameter.oneOf("client", "powershell", "az").must(),
                Parameter.oneOf(
                                "slip",
                                "value-forgotten",
                                "unknown-parameter",
                                "argument-forgotten")
                        .must());
        acts.add(
                "write-ticket",
                (stage, step) ->
                        stage.people()
                                .see(
                                        new Sight(
                                                stage.world().now(),
                                                TICKET,
                                                step.text("text") + "\r\n",
                                                true)),
                Parameter.text("text").must());
        acts.add("check-ip-flow", PersonActs::checkFlow);
        acts.add("open-port", PersonActs::openPort, Parameter.oneOf("to", "own-address", "all"));
        acts.add("replace-adapter", (stage, step) -> stage.guest(step).network().beNew());
        acts.add("close-ticket", PersonActs::closeTicket);
        acts.add("sign-in-with-laps", PersonActs::signInWithLaps, Parameter.text("user").must());
        acts.add(
                "attack",
                (stage, step) ->
                        stage.guest(step).attack().setPace((int) step.number("per-minute", 0)),
                Parameter.of(NUMBER, "per-minute").must());
    }

    /** The client as the step says it is set. */
    static RemoteClient remoteClient(Stage stage, Phrase step) {
        Tongue tongue = stage.guest(step).spec().tongue();
        RemoteClient client =
                RemoteClient.ordinary(tongue)
                        .calling((int) step.number("port", ORDINARY_PORT))
                        .atHomeIn(step.text("home-domain", ""))
                        .withCredSsp(
                                step.flag("credssp-patched", true),
                                step.flag("allows-old-oracle", false));
        return step.flag("administrative", false) ? client.asAdministrative() : client;
    }

    /** Whoever may do so reads the password where LAPS keeps it. */
    private static void signInWithLaps(Stage stage, Phrase step) {
        Guest guest = stage.guest(step);
        guest.accounts()
                .find(step.text("user"))
                .flatMap(guest.laps()::read)
                .ifPresent(kept -> signIn(stage, step.and("password", kept)));
    }

    /** The network security group lets Remote Desktop in, best from the person's address alone. */
    private static void openPort(Stage stage, Phrase step) {
        Network network = stage.guest(step).network();
        if (step.text("to", "own-address").equals("all")) {
            network.setInboundOpen(true);
        } else {
            network.openInboundOnlyTo(RemoteClient.OWN_ADDRESS);
        }
    }

    /** Nobody hands in a complaint that is settled: the person came in at last. */
    private static void closeTicket(Stage stage, Phrase step) {
        boolean in = stage.lastSignIn().filter(SignIn.Admitted.class::isInstance).isPresent();
        if (in) {
            stage.people().overcome(TICKET);
        }
    }

    private static void signIn(Stage stage, Phrase step) {
        for (long turn = 0; turn < step.number("times", 1); turn++) {
            SignIn answer = attempt(stage, step);
            stage.remember(answer);
            switch (answer) {
                case SignIn.Refused refused -> stage.people().see(box(stage, refused.message()));
                case SignIn.Admitted admitted -> stage.people().overcome(MESSAGE);
            }
            stage.world().advance(Stage.A_MOMENT);
        }
    }

    private static SignIn attempt(Stage stage, Phrase step) {
        RemoteDesktop desktop = stage.guest(step).remoteDesktop();
        RemoteClient client = remoteClient(stage, step);
        String user = step.text("user");
        String password = step.text("password");
        return step.find("new-password")
                .map(fresh -> desktop.attempt(client, user, password, fresh))
                .orElseGet(() -> desktop.attempt(client, user, password));
    }

    @Known(
            how = How.SPECIFIED,
            source = "az network watcher test-ip-flow: access and ruleName; names of default rules")
    private static void checkFlow(Stage stage, Phrase step) {
        boolean open = stage.guest(step).network().admitsFrom(RemoteClient.OWN_ADDRESS);
        String text =
                "{\r\n  \"access\": \""
                        + (open ? "Allow" : "Deny")
                        + "\",\r\n  \"ruleName\": \""
                        + (open ? "securityRules/AllowRdp" : "defaultSecurityRules/DenyAllInBound")
                        + "\"\r\n}\r\n";
        stage.people().see(new Sight(stage.world().now(), "ip-flow-verify.json", text, !open));
    }

    @Known(how = How.ASSUMED, source = "what Ctrl+C copies of a message box of the client")
    private static Sight box(Stage stage, String message) {
        String text =
                "[Window Title]\r\nRemote Desktop Connection\r\n\r\n[Content]\r\n"
                        + message.replace("\n", "\r\n")
                        + "\r\n\r\n[OK] [Help]\r\n";
        return new Sight(stage.world().now(), MESSAGE, text, true);
    }

    @Known(
            how = How.SPECIFIED,
            source =
                    "ForceRerun without a value: public report; the others: messages of the shells")
    private static void mistype(Stage stage, Phrase step) {
        boolean az = step.text("client").equals(Client.AZ.word());
        String where =
                "-ResourceGroupName "
                        + stage.group()
                        + " -VMName "
                        + stage.vm(step)
                        + " -Name enablevmaccess";
        String text =
                switch (step.text("slip")) {
                    case "value-forgotten" ->
                            az
                                    ? "$ az vm user update -g\r\naz vm user update: error: argument"
                                            + " --resource-group/-g: expected one argument\r\n"
                                    : "PS C:\\> Set-AzVMAccessExtension "
                                            + where
                                            + " -ForceRerun\r\nSet-AzVMAccessExtension: Missing an"
                                            + " argument for parameter 'ForceRerun'. Specify a"
                                            + " parameter of type 'System.String' and try"
                                            + " again.\r\n";
                    case "unknown-parameter" ->
                            az
                                    ? "$ az vm user update --passwd\r\nunrecognized arguments:"
                                            + " --passwd\r\n"
                                    : "PS C:\\> Set-AzVMAccessExtension "
                                            + where
                                            + " -UserName\r\nSet-AzVMAccessExtension: A parameter"
                                            + " cannot be found that matches parameter name"
                                            + " 'UserName'.\r\n";
                    default ->
                            az
                                    ? "$ az vm user update -n "
                                            + stage.vm(step)
                                            + "\r\nthe following arguments are required:"
                                            + " --resource-group/-g, --username/-u\r\n"
                                    : "PS C:\\> Set-AzVMAccessExtension\r\nSet-AzVMAccessExtension:"
                                            + " Cannot process command because of one or more"
                                            + " missing mandatory parameters: ResourceGroupName"
                                            + " VMName Name.\r\n";
                };
        String file = az ? "az-output.txt" : "powershell-output.txt";
        stage.people().see(new Sight(stage.world().now(), file, text, true));
        stage.world()
                .tell(
                        "client/" + step.text("client"),
                        "command-refused",
                        "because",
                        step.text("slip"));
    }
}
