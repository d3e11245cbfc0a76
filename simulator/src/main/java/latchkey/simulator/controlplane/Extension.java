package latchkey.simulator.controlplane;

import latchkey.simulator.wire.PluginGoal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** An extension resource of one machine and what CRP remembers with it. */
final class Extension {
    /** Where its provisioning stands, in the service's words. */
    enum State {
        CREATING("Creating"),
        UPDATING("Updating"),
        SUCCEEDED("Succeeded"),
        FAILED("Failed"),
        DELETING("Deleting");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * Protected settings as CRP keeps them: sealed, never to be given back.
     *
     * @param thumbprint of the settings certificate
     * @param blob base64
     */
    record Sealed(String thumbprint, String blob) {}

    private final String name;
    private final String id;
    private ExtensionWish wish;
    private String version;
    private @Nullable Sealed secret;
    private int sequence;
    private State state = State.CREATING;
    private @Nullable Operation operation;
    private boolean markedForDeletion;

    Extension(String name, String id, ExtensionWish wish, String version) {
        this.name = name;
        this.id = id;
        this.wish = wish;
        this.version = version;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    ExtensionWish wish() {
        return wish;
    }

    String handler() {
        return wish.handler();
    }

    String version() {
        return version;
    }

    int sequence() {
        return sequence;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    @Nullable Operation operation() {
        return operation;
    }

    void occupiedBy(Operation next) {
        operation = next;
    }

    boolean isBusy() {
        return operation != null && !operation.isDone();
    }

    boolean isMarkedForDeletion() {
        return markedForDeletion;
    }

    void markForDeletion() {
        markedForDeletion = true;
        state = State.DELETING;
    }

    boolean hasSecret() {
        return secret != null;
    }

    /** Takes a first or a new wish; the number says whether the guest has to work again. */
    void take(ExtensionWish next, String resolved, @Nullable Sealed sealed, int number) {
        wish = next;
        version = resolved;
        secret = sealed;
        sequence = number;
    }

    @Nullable Sealed secret() {
        return secret;
    }

    boolean isOf(String handler) {
        return handler().equalsIgnoreCase(handler);
    }

    /** As the goal state says it. */
    PluginGoal goal(String manifest) {
        return new PluginGoal(
                handler(),
                version,
                manifest,
                markedForDeletion ? PluginGoal.State.UNINSTALL : PluginGoal.State.ENABLED,
                wish.autoUpgrade(),
                new PluginGoal.Settings(sequence, settings()));
    }

    private String settings() {
        ObjectNode root = Json.object();
        ObjectNode handler =
                root.putArray("runtimeSettings").addObject().putObject("handlerSettings");
        if (secret != null) {
            handler.put("protectedSettingsCertThumbprint", secret.thumbprint());
            handler.put("protectedSettings", secret.blob());
        } else {
            handler.putNull("protectedSettingsCertThumbprint").putNull("protectedSettings");
        }
        JsonNode settings = wish.settings();
        handler.set("publicSettings", settings == null ? Json.object() : settings);
        return Json.text(root);
    }

    /** As a GET shows it. Protected settings never come back. */
    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("name", name).put("id", id);
        node.put("type", "Microsoft.Compute/virtualMachines/extensions");
        node.put("location", wish.location());
        if (wish.tags() != null) {
            node.set("tags", wish.tags());
        }
        ObjectNode properties = node.putObject("properties");
        wish.echo(properties);
        properties.put("provisioningState", state.word());
        return node;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
