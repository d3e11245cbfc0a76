package latchkey.simulator.controlplane;

import latchkey.simulator.controlplane.PlatformOptions.SamePut;
import latchkey.simulator.wire.Envelope;
import latchkey.simulator.wire.PlatformConditions.Trouble;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Carries out what was asked of an extension: model, sequence number, goal state, watch. */
final class ExtensionWork {
    private static final Duration REPOSITORY = Duration.ofSeconds(20);

    private final Platform platform;

    ExtensionWork(Platform platform) {
        this.platform = platform;
    }

    /**
     * An allowed request.
     *
     * @param call who asked
     * @param name the extension's, as asked for
     * @param wish what is wanted
     * @param version what it resolves to
     * @param secret protected settings in the clear, or missing
     */
    record Order(Call call, String name, ExtensionWish wish, String version, JsonNode secret) {}

    /** A full replacement: absent protected settings mean none. */
    Extension put(VirtualMachine machine, Order order) {
        Extension.@Nullable Sealed sealed = seal(machine, order.secret());
        return apply(machine, order, sealed);
    }

    /** The same order as before counts as a new one. */
    Extension rerun(VirtualMachine machine, Order order) {
        int last = machine.extension(order.name()).map(Extension::sequence).orElse(-1);
        Extension extension = put(machine, order);
        if (extension.sequence() == last) {
            extension.take(order.wish(), order.version(), null, last + 1);
        }
        return extension;
    }

    /** Absent protected settings keep the last sealed ones. */
    void patch(VirtualMachine machine, Order order) {
        Extension.@Nullable Sealed kept =
                machine.extension(order.name()).map(Extension::secret).orElse(null);
        Extension.@Nullable Sealed sealed = seal(machine, order.secret());
        apply(machine, order, sealed == null ? kept : sealed);
    }

    private Extension apply(
            VirtualMachine machine, Order order, Extension.@Nullable Sealed sealed) {
        Optional<Extension> existing = machine.extension(order.name());
        Extension extension = existing.orElseGet(() -> create(machine, order));
        int number = existing.isPresent() ? next(extension, order) : 0;
        extension.take(order.wish(), order.version(), sealed, number);
        extension.become(
                existing.isPresent() ? Extension.State.UPDATING : Extension.State.CREATING);
        platform.world()
                .tell(
                        "crp/" + machine.name(),
                        "extension-accepted",
                        "extension",
                        extension.name(),
                        "handler",
                        extension.handler(),
                        "version",
                        extension.version(),
                        "sequence",
                        Integer.toString(number));
        watch(machine, extension, begin(machine, extension, order.call(), "write"), () -> {});
        return extension;
    }

    private static Extension create(VirtualMachine machine, Order order) {
        String id = machine.id() + "/extensions/" + order.name();
        Extension extension = new Extension(order.name(), id, order.wish(), order.version());
        machine.add(extension);
        return extension;
    }

    @Known(
            how = How.INFERRED,
            source = "simulator.md 1.4: sealed settings cannot be compared cheaply")
    private int next(Extension extension, Order order) {
        SamePut same = platform.options().rules().samePut();
        boolean changed =
                !extension.wish().asksTheSame(order.wish())
                        || !extension.version().equals(order.version())
                        || extension.hasSecret() && order.secret().isMissingNode();
        boolean again =
                switch (same) {
                    case WHEN_PROTECTED -> changed || order.secret().isObject();
                    case ALWAYS -> true;
                    case NEVER -> changed;
                };
        return extension.sequence() + (again ? 1 : 0);
    }

    /** Asks the guest to remove it; the model goes when the handler is no longer reported. */
    Operation delete(VirtualMachine machine, Extension extension, Call call) {
        extension.markForDeletion();
        Operation operation = begin(machine, extension, call, "delete");
        watch(machine, extension, operation, () -> {});
        return operation;
    }

    private Operation begin(VirtualMachine machine, Extension extension, Call call, String verb) {
        platform.operations().preempt(extension.operation());
        Operation operation =
                platform.operations()
                        .begin(
                                new Operation.Subject(
                                        "Microsoft.Compute/virtualMachines/extensions/" + verb,
                                        verb.equals("delete")
                                                ? "Delete VM extension"
                                                : "Update VM extension",
                                        extension.id(),
                                        machine.name()),
                                call);
        extension.occupiedBy(operation);
        return operation;
    }

    private void watch(
            VirtualMachine machine, Extension extension, Operation operation, Runnable after) {
        if (platform.conditions().holds(Trouble.ARTIFACT_REPOSITORY_DOWN, machine.name())) {
            platform.world()
                    .after(
                            REPOSITORY,
                            "the repository does not answer",
                            () ->
                                    platform.operations()
                                            .fail(
                                                    operation,
                                                    ExtensionErrors.repositoryDown(),
                                                    () ->
                                                            extension.become(
                                                                    Extension.State.FAILED)));
            return;
        }
        machine.host().publish();
        if (platform.conditions().holds(Trouble.EXTENSION_INTERNAL_ERROR, machine.name())) {
            platform.world()
                    .after(
                            REPOSITORY,
                            "the provider fails inside",
                            () ->
                                    platform.operations()
                                            .fail(
                                                    operation,
                                                    ExtensionErrors.internal(extension),
                                                    () ->
                                                            extension.become(
                                                                    Extension.State.FAILED)));
            return;
        }
        ExtensionWatch.over(platform, machine, operation, List.of(extension), after);
    }

    private Extension.@Nullable Sealed seal(VirtualMachine machine, JsonNode secret) {
        if (!secret.isObject()) {
            return null;
        }
        byte[] content = Json.text(secret).getBytes(StandardCharsets.UTF_8);
        return new Extension.Sealed(
                machine.host().settingsKeys().thumbprint(),
                Envelope.seal(
                        content,
                        machine.host().settingsKeys().certificate(),
                        machine.host().dice().forLibraries()));
    }
}
