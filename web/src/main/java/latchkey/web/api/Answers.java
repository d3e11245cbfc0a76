package latchkey.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

import latchkey.web.access.Asking;
import latchkey.web.store.Activity;
import latchkey.web.store.CaseFile;
import latchkey.web.store.CaseRow;
import latchkey.web.store.Note;
import latchkey.web.store.Vault;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Records as JSON. */
final class Answers {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of a case that is being read, or sealed. */
    static final String NO_VERDICT =
            "There is no verdict yet: the analysis is not done, or the case is a training whose"
                    + " cause nobody has named.";

    private Answers() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static void json(Context ctx, JsonNode node) {
        ctx.contentType("application/json");
        ctx.result(node.toString());
    }

    static void openApi(Context ctx) throws IOException {
        try (InputStream stream = Answers.class.getResourceAsStream("openapi.json")) {
            if (stream == null) {
                throw new IllegalStateException("the description of the API is missing");
            }
            ctx.contentType("application/json");
            ctx.result(stream.readAllBytes());
        }
    }

    /** The case the path names. */
    static CaseRow row(Context ctx, Vault vault) {
        return vault.access()
                .find(Asking.person(ctx), ctx.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("There is no such case."));
    }

    static ObjectNode of(CaseRow row) {
        ObjectNode node = object();
        node.put("id", row.id()).put("name", row.name()).put("url", "/c/" + row.id());
        node.put("state", row.state().word()).put("status", row.status().word());
        node.put("created", row.created().toString()).put("finished", text(row.finished()));
        CaseRow.Verdict verdict = row.verdict();
        node.put("outcome", verdict == null ? null : verdict.outcome());
        node.put("cause", verdict == null ? null : verdict.cause());
        node.put("headline", verdict == null ? null : verdict.headline());
        node.put("machine", verdict == null ? null : verdict.machine());
        node.put("failure", row.failure()).put("bytes", row.bytes());
        node.put("keepsOriginals", row.keepsOriginals());
        node.put("owner", row.owner()).put("keepDays", row.keepDays());
        ArrayNode tags = node.putArray("tags");
        row.tags().forEach(tags::add);
        return node;
    }

    static ObjectNode of(CaseFile file) {
        return object().put("name", file.name())
                .put("hash", file.hash())
                .put("bytes", file.bytes())
                .put("lines", file.lines());
    }

    static ObjectNode of(Note note) {
        return object().put("number", note.number())
                .put("at", note.at().toString())
                .put("author", note.author())
                .put("text", note.words());
    }

    static ObjectNode of(Activity activity) {
        return object().put("at", activity.at().toString())
                .put("actor", activity.actor())
                .put("what", activity.what());
    }

    /** The body of a request that has to be JSON. */
    static JsonNode body(Context ctx) {
        if (!String.valueOf(ctx.contentType()).startsWith("application/json")) {
            throw new BadRequestResponse("The body has to be application/json.");
        }
        try {
            return JSON.readTree(ctx.bodyInputStream());
        } catch (JacksonException e) {
            throw new BadRequestResponse("The body is no JSON.");
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
