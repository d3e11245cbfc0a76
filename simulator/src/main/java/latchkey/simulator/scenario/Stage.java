package latchkey.simulator.scenario;

import latchkey.simulator.agent.Datacenter;
import latchkey.simulator.agent.VirtualMachine;
import latchkey.simulator.controlplane.ControlPlane;
import latchkey.simulator.controlplane.Directory;
import latchkey.simulator.controlplane.Role;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.SignIn;
import latchkey.simulator.guest.chore.Chore;
import latchkey.simulator.guest.chore.Chores;
import latchkey.simulator.guest.chore.CommandReader;
import latchkey.simulator.guest.chore.Credentials;
import latchkey.simulator.guest.chore.Reading;
import latchkey.simulator.guest.chore.WayIn;
import latchkey.simulator.scenario.client.Arm;
import latchkey.simulator.scenario.client.Client;
import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.world.World;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A world with its people, as the acts and claims of a story see it. */
final class Stage {
    /** Between two attempts of a person. */
    static final Duration A_MOMENT = Duration.ofSeconds(20);

    /** Between two requests of programs that know nothing of each other. */
    static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** When nothing is said of how long. */
    static final Duration A_WHILE = Duration.ofMinutes(10);

    /** Whose request it is: somebody with that role; the owner's when nothing is said. */
    static final Parameter ROLES =
            Parameter.oneOf(
                    "as",
                    "owner",
                    "contributor",
                    "virtual-machine-contributor",
                    "reader",
                    "extension-writer",
                    "none");

    private static final String VERSION = "2024-07-01";

    private final World world;
    private final ControlPlane platform;
    private final Datacenter datacenter;
    private final Order order;
    private final Arm arm;
    private final People people;
    private final Bodies bodies;
    private final Mishaps mishaps;
    private final Map<String, Chores> chores = new TreeMap<>();
    private Arm.@Nullable Accepted creation;
    private @Nullable SignIn lastSignIn;

    Stage(World world, ControlPlane platform, Datacenter datacenter, Order order) {
        this.world = world;
        this.platform = platform;
        this.datacenter = datacenter;
        this.order = order;
        this.arm = new Arm(world, platform::handle);
        this.people = new People(this, arm);
        this.mishaps = new Mishaps(this);
        this.bodies = new Bodies(platform.options().place().region());
    }

    World world() {
        return world;
    }

    ControlPlane platform() {
        return platform;
    }

    Arm arm() {
        return arm;
    }

    People people() {
        return people;
    }

    Bodies bodies() {
        return bodies;
    }

    /** Name of the resource group. */
    String group() {
        return platform.options().place().resourceGroup();
    }

    /** Path of the subscription. */
    String subscriptionPath() {
        return "/subscriptions/" + platform.options().place().subscriptionId();
    }

    /** Path of the resource group. */
    String groupPath() {
        return subscriptionPath() + "/resourceGroups/" + group();
    }

    /** Path of a VM. */
    String machinePath(String vm) {
        return groupPath() + "/providers/Microsoft.Compute/virtualMachines/" + vm;
    }

    /** Path of an extension. */
    String extensionPath(String vm, String name) {
        return machinePath(vm) + "/extensions/" + name;
    }

    /** The VM a step or claim is about: the first unless it says another. */
    String vm(Phrase phrase) {
        return phrase.find("vm").orElse(order.scenario().setting().machines().getFirst().name());
    }

    /** The machine of that name. */
    VirtualMachine machine(String vm) {
        return datacenter
                .find(vm)
                .orElseThrow(() -> new IllegalStateException("no such machine was placed"));
    }

    /** All machines, in the order they were placed. */
    Collection<VirtualMachine> machines() {
        return datacenter.machines();
    }

    /** Whether a machine of that name was placed. */
    boolean isPlaced(String vm) {
        return datacenter.find(vm).isPresent();
    }

    /** Windows of the VM that a step or claim is about. */
    Guest guest(Phrase phrase) {
        return machine(vm(phrase)).guest();
    }

    /** The client of a step: that of the variant, else its own, else PowerShell. */
    Client client(Phrase step) {
        return order.variant()
                .on(Axis.CLIENT)
                .or(() -> step.find("client"))
                .flatMap(Client::of)
                .orElse(Client.POWERSHELL);
    }

    /** Whether the story is told in the language it is written in: words of claims are English. */
    boolean speaksEnglish() {
        return order.variant().on(Axis.LANGUAGE).isEmpty();
    }

    /** What a claim says must be said; nothing in particular in another language. */
    String words(Phrase claim) {
        return speaksEnglish() ? claim.text("says", "") : "";
    }

    /** Who sends the requests of a step. */
    Arm.Caller caller(Phrase step) {
        return step.find("as")
                .map(word -> new Arm.Caller(token(word), VERSION))
                .orElseGet(this::owner);
    }

    /** Somebody of the directory who has the role of that name. */
    private String token(String role) {
        String word = role.replace('-', '_').toUpperCase(Locale.ROOT);
        Directory.Login login =
                new Directory.Login(
                        world.dice("people/" + role).guid().toString(),
                        "",
                        role + "@contoso.example",
                        "",
                        world.dice("people/" + role).guid().toString(),
                        Role.valueOf(word));
        Directory.Login known = platform.directory().person(login.username()).orElse(login);
        platform.directory().add(known);
        return platform.directory().token(known, "https://login", "https://management", true);
    }

    /** Who may do everything. */
    Arm.Caller owner() {
        return new Arm.Caller("", VERSION);
    }

    /** Somebody does a chore in the guest of a step, by the way that the step says. */
    void chore(Phrase step, Chore chore) {
        String word = step.text("way", "in-guest").replace('-', '_').toUpperCase(Locale.ROOT);
        choresOf(vm(step)).perform(WayIn.valueOf(word), chore);
    }

    /** Somebody types a command in the guest of a step, by the way that the step says. */
    void type(Phrase step) {
        switch (CommandReader.read(step.list("command"))) {
            case Reading.Does does -> does.chores().forEach(chore -> chore(step, chore));
            case Reading.Looks looks -> world.tell("typed/" + vm(step), "looked");
            case Reading.Unknown unknown ->
                    world.tell(
                            "typed/" + vm(step),
                            "command-not-recognized",
                            "program",
                            unknown.program());
        }
    }

    /** Who sits at the serial console has that name and password from now on. */
    void giveConsole(Phrase step) {
        choresOf(vm(step)).give(new Credentials(step.text("account"), step.text("password")));
    }

    private Chores choresOf(String vm) {
        return chores.computeIfAbsent(
                vm, name -> new Chores(world, machine(name).guest(), machine(name).around()));
    }

    /** What goes wrong by itself. */
    Mishaps mishaps() {
        return mishaps;
    }

    /** A machine was ordered; somebody may still wait for it. */
    void created(Arm.Accepted operation) {
        creation = operation;
    }

    /** The operation that made the machine ordered last. */
    Optional<Arm.Accepted> creation() {
        return Optional.ofNullable(creation);
    }

    /** Keeps what came of an attempt to sign in. */
    void remember(SignIn answer) {
        lastSignIn = answer;
    }

    /** What came of the last attempt to sign in. */
    Optional<SignIn> lastSignIn() {
        return Optional.ofNullable(lastSignIn);
    }
}
