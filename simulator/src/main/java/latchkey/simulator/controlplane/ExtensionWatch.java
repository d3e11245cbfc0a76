package latchkey.simulator.controlplane;

import latchkey.simulator.controlplane.ExtensionVerdict.Bad;
import latchkey.simulator.controlplane.ExtensionVerdict.Good;
import latchkey.simulator.controlplane.ExtensionVerdict.Pending;
import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.wire.PlatformConditions.Trouble;
import latchkey.simulator.wire.StatusBlob;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * CRP's watch over the extensions of one operation: handler status first, then the settings status
 * of the sequence number in question. Knows nothing but uploaded status blobs.
 */
@Known(how = How.SPECIFIED, source = "Linux agent's notes on what CRP waits for; simulator.md 1.7")
final class ExtensionWatch implements Runnable {
    @Known(how = How.SPECIFIED, source = "features-windows: handlers with a limit of 90 minutes")
    private static final Set<String> SLOW =
            Set.of(
                    "microsoft.compute.customscriptextension",
                    "microsoft.powershell.dsc",
                    "microsoft.cplat.core.runcommandwindows",
                    "chef.bootstrap.windows.chefclient");

    private final Platform platform;
    private final VirtualMachine machine;
    private final Operation operation;
    private final Runnable after;
    private final int serviceNumber;
    private final Instant begun;
    private final Map<Extension, ExtensionVerdict> verdicts = new LinkedHashMap<>();

    private ExtensionWatch(
            Platform platform,
            VirtualMachine machine,
            Operation operation,
            List<Extension> watched,
            Runnable after) {
        this.platform = platform;
        this.machine = machine;
        this.operation = operation;
        this.after = after;
        this.serviceNumber = machine.host().serviceNumber();
        this.begun = platform.world().now();
        watched.forEach(extension -> verdicts.put(extension, new Pending()));
    }

    /** Watches until every one is decided; then the operation ends, and what follows is done. */
    static void over(
            Platform platform,
            VirtualMachine machine,
            Operation operation,
            List<Extension> watched,
            Runnable after) {
        ExtensionWatch watch = new ExtensionWatch(platform, machine, operation, watched, after);
        machine.reports().await(watch);
        watched.stream().map(watch::limit).distinct().forEach(watch::lookAgain);
        watch.lookAgain(platform.options().timing().agent());
        if (watched.isEmpty()) {
            platform.world().after(Duration.ofSeconds(5), "nothing to watch", watch);
        }
    }

    private void lookAgain(Duration later) {
        platform.world().at(begun.plus(later), "a limit of CRP", this);
    }

    private Duration limit(Extension extension) {
        PlatformOptions.Timing timing = platform.options().timing();
        return SLOW.contains(extension.handler().toLowerCase(Locale.ROOT))
                ? timing.script()
                : timing.extension();
    }

    @Override
    public void run() {
        if (operation.isDone()) {
            machine.reports().noLonger(this);
            return;
        }
        verdicts.replaceAll(
                (extension, verdict) -> verdict instanceof Pending ? judge(extension) : verdict);
        if (verdicts.values().stream().noneMatch(Pending.class::isInstance)) {
            machine.reports().noLonger(this);
            conclude();
        }
    }

    private ExtensionVerdict judge(Extension extension) {
        ExtensionVerdict reported = reported(extension);
        if (!(reported instanceof Pending)) {
            return reported;
        }
        Duration waited = Duration.between(begun, platform.world().now());
        if (machine.host().heardSince(begun)) {
            return waited.compareTo(limit(extension)) >= 0 ? timedOut(extension) : reported;
        }
        return waited.compareTo(platform.options().timing().agent()) >= 0
                ? new Bad(ExtensionErrors.silent(machine))
                : reported;
    }

    private ExtensionVerdict timedOut(Extension extension) {
        HandlerStatus handler = handlerStatus(extension);
        ExtensionStatus last = handler == null ? null : settingsStatus(extension, handler);
        return new Bad(texts().timedOut(extension, last));
    }

    private ExtensionVerdict reported(Extension extension) {
        if (platform.conditions().holds(Trouble.EXTENSION_INTERNAL_ERROR, machine.name())) {
            return new Bad(ExtensionErrors.internal(extension));
        }
        StatusBlob blob = machine.host().status();
        boolean isAnswer =
                blob != null
                        && machine.host().heardSince(begun)
                        && blob.serviceNumber() >= serviceNumber;
        if (!isAnswer) {
            return new Pending();
        }
        HandlerStatus handler = handlerStatus(extension);
        if (extension.isMarkedForDeletion()) {
            return handler == null ? new Good() : new Pending();
        }
        if (handler == null) {
            return new Pending();
        }
        if (!handler.isReady() && handler.code() != 0) {
            return new Bad(texts().handlerFailed(extension, handler));
        }
        ExtensionStatus status = settingsStatus(extension, handler);
        if (status == null) {
            return new Pending();
        }
        return switch (status.status().toLowerCase(Locale.ROOT)) {
            case "success", "warning" -> new Good();
            case "error" -> new Bad(texts().failed(extension, status));
            default -> new Pending();
        };
    }

    private @Nullable HandlerStatus handlerStatus(Extension extension) {
        StatusBlob blob = machine.host().status();
        return blob == null
                ? null
                : blob.handlers().stream()
                        .filter(status -> extension.isOf(status.handler()))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable ExtensionStatus settingsStatus(
            Extension extension, HandlerStatus handler) {
        ExtensionStatus status = handler.extension();
        return status != null && status.sequence() == extension.sequence() ? status : null;
    }

    private ExtensionErrors texts() {
        return new ExtensionErrors(platform.options().rules().texts());
    }

    private void conclude() {
        List<ArmError> failures =
                verdicts.entrySet().stream()
                        .filter(entry -> !entry.getKey().wish().suppressesFailures())
                        .map(Map.Entry::getValue)
                        .filter(Bad.class::isInstance)
                        .map(verdict -> ((Bad) verdict).error())
                        .toList();
        if (failures.isEmpty()) {
            platform.operations().succeed(operation, () -> settle(true));
        } else {
            ArmError first = failures.getFirst();
            platform.operations()
                    .fail(
                            operation,
                            failures.size() > 1 ? ExtensionErrors.several(first) : first,
                            () -> settle(false));
        }
    }

    private void settle(boolean well) {
        verdicts.forEach(
                (extension, verdict) -> {
                    Operation last = extension.operation();
                    boolean superseded = last != null && last != operation && !last.isDone();
                    if (!superseded) {
                        settle(extension, verdict);
                    }
                });
        machine.become(well ? Extension.State.SUCCEEDED : Extension.State.FAILED);
        after.run();
    }

    private void settle(Extension extension, ExtensionVerdict verdict) {
        switch (verdict) {
            case Good good -> {
                if (extension.isMarkedForDeletion()) {
                    machine.remove(extension);
                } else {
                    extension.become(Extension.State.SUCCEEDED);
                }
            }
            case Bad bad -> {
                boolean forgiven = extension.wish().suppressesFailures();
                extension.become(forgiven ? Extension.State.SUCCEEDED : Extension.State.FAILED);
            }
            case Pending pending -> throw new IllegalStateException("a watch ends undecided");
        }
    }
}
