package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Win32Error;
import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** {@code N.status}: what a handler says of its settings, and how the agent reads it. */
@Known(
        how = How.SPECIFIED,
        source = "extension design note; names and codes of VMAccess are assumed")
public final class StatusFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private StatusFile() {}

    /** How a status file was found. */
    public sealed interface Found {
        /** It is there and says that. */
        record Says(ExtensionStatus status) implements Found {}

        /** It is there and cannot be read. */
        record Torn() implements Found {}

        /** It is not there. */
        record Missing() implements Found {}
    }

    /** Writes a status as the handler of that name. */
    public static Optional<Win32Error> write(
            HandlerFolder folder, String name, ExtensionStatus said) {
        ArrayNode root = JSON.createArrayNode();
        ObjectNode entry = root.addObject();
        String stamp = STAMP.format(said.at());
        entry.put("version", "1.0").put("timestampUTC", stamp);
        ObjectNode status = entry.putObject("status");
        status.put("name", name).put("operation", said.operation());
        status.put("configurationAppliedTime", stamp);
        status.put("status", said.status()).put("code", said.code());
        status.putObject("formattedMessage").put("lang", "en-US").put("message", said.message());
        return folder.guest()
                .files()
                .put(folder.status(said.sequence()), JSON.writeValueAsString(root));
    }

    /** Reads the status of that number. */
    public static Found read(HandlerFolder folder, int sequence) {
        Guest guest = folder.guest();
        String path = folder.status(sequence);
        return guest.files()
                .read(path)
                .<Found>map(entry -> parse(entry.text(), sequence))
                .orElseGet(Found.Missing::new);
    }

    private static Found parse(String text, int sequence) {
        try {
            JsonNode entry = JSON.readTree(text).path(0);
            JsonNode status = entry.path("status");
            if (!status.isObject()) {
                return new Found.Torn();
            }
            return new Found.Says(
                    new ExtensionStatus(
                            sequence,
                            Instant.parse(entry.path("timestampUTC").asString("")),
                            status.path("operation").asString(""),
                            status.path("status").asString(""),
                            status.path("code").asInt(0),
                            status.path("formattedMessage").path("message").asString("")));
        } catch (JacksonException | DateTimeException e) {
            return new Found.Torn();
        }
    }
}
