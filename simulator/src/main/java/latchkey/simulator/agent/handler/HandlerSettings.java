package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.Envelope;
import latchkey.simulator.wire.Keys;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code N.settings} as a handler reads it, the protected part with the machine's own keys. */
@Known(how = How.RECORDED, source = "settings of VMAccess in a public tool's sample")
final class HandlerSettings {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode open;
    private final JsonNode closed;

    private HandlerSettings(JsonNode open, JsonNode closed) {
        this.open = open;
        this.closed = closed;
    }

    /** Why settings cannot be read. */
    static final class Unreadable extends Exception {
        @java.io.Serial private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** Reads the file of that number; a missing file counts as empty. */
    static HandlerSettings read(HandlerFolder folder, int sequence) throws Unreadable {
        try {
            String text =
                    folder.guest()
                            .files()
                            .read(folder.settings(sequence))
                            .map(entry -> entry.text().isBlank() ? "{}" : entry.text())
                            .orElse("{}");
            JsonNode settings =
                    JSON.readTree(text).path("runtimeSettings").path(0).path("handlerSettings");
            String sealed = settings.path("protectedSettings").asString("");
            String thumbprint = settings.path("protectedSettingsCertThumbprint").asString("");
            JsonNode closed =
                    sealed.isEmpty()
                            ? JSON.createObjectNode()
                            : JSON.readTree(unseal(folder.guest(), thumbprint, sealed));
            return new HandlerSettings(settings.path("publicSettings"), closed);
        } catch (JacksonException e) {
            throw new Unreadable("Unexpected end when deserializing object.");
        }
    }

    @Known(
            how = How.SPECIFIED,
            source = "troubleshoot-extension-certificates-issues-windows-vm: the three texts")
    private static String unseal(Guest guest, String thumbprint, String sealed) throws Unreadable {
        Optional<Keys> keys = guest.certificates().find(thumbprint);
        if (keys.isPresent() && !guest.certificates().canDecrypt(thumbprint)) {
            throw new Unreadable("Keyset does not exist");
        }
        return keys.flatMap(found -> Envelope.open(sealed, found))
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .orElseThrow(
                        () ->
                                new Unreadable(
                                        "The enveloped-data message does not contain the specified"
                                                + " recipient."));
    }

    String open(String name, boolean exact) {
        return value(open, name, exact);
    }

    String closed(String name, boolean exact) {
        return value(closed, name, exact);
    }

    /** The texts of a list in the open part; one text counts as a list of one. */
    List<String> openLines(String name) {
        JsonNode value = open.path(name);
        if (value.isString()) {
            return List.of(value.asString());
        }
        List<String> lines = new ArrayList<>();
        value.forEach(line -> lines.add(line.asString("")));
        return lines;
    }

    private static String value(JsonNode bag, String name, boolean exact) {
        for (Map.Entry<String, JsonNode> entry : bag.properties()) {
            String key = entry.getKey();
            if (exact ? key.equals(name) : key.equalsIgnoreCase(name)) {
                return entry.getValue().asString("");
            }
        }
        return "";
    }
}
