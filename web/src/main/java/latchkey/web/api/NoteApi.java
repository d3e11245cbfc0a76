package latchkey.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;

import latchkey.web.access.Asking;
import latchkey.web.search.CaseIndex;
import latchkey.web.store.CaseRow;
import latchkey.web.store.CaseStatus;
import latchkey.web.store.Vault;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.util.List;
import java.util.stream.Stream;

/** What people keep beside a case: notes, tags, where they stand, and who did what. */
final class NoteApi {
    private static final int LONGEST_NOTE = 20_000;
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 40;

    private final Vault vault;
    private final CaseIndex index;

    NoteApi(Vault vault, CaseIndex index) {
        this.vault = vault;
        this.index = index;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/cases/{id}/notes", this::notes);
        routes.post("/api/cases/{id}/notes", this::add);
        routes.put("/api/cases/{id}/tags", this::tag);
        routes.put("/api/cases/{id}/status", this::status);
        routes.get("/api/cases/{id}/activity", this::activity);
    }

    private void notes(Context ctx) {
        ArrayNode notes = Answers.array();
        vault.cases().notes(row(ctx).id()).forEach(note -> notes.add(Answers.of(note)));
        Answers.json(ctx, Answers.object().set("notes", notes));
    }

    private void activity(Context ctx) {
        ArrayNode all = Answers.array();
        vault.cases().activity(row(ctx).id()).forEach(one -> all.add(Answers.of(one)));
        Answers.json(ctx, Answers.object().set("activity", all));
    }

    private void add(Context ctx) {
        CaseRow row = row(ctx);
        String words = Answers.body(ctx).path("text").asString("").strip();
        if (words.isEmpty() || words.length() > LONGEST_NOTE) {
            throw new BadRequestResponse("A note has 1 to " + LONGEST_NOTE + " characters.");
        }
        ctx.status(201);
        Answers.json(ctx, Answers.of(vault.cases().addNote(row.id(), Asking.name(ctx), words)));
        vault.cases().log(row.id(), Asking.name(ctx), "wrote a note");
        index.refresh(row.id());
    }

    private void tag(Context ctx) {
        CaseRow row = row(ctx);
        List<String> tags =
                stream(Answers.body(ctx).path("tags"))
                        .map(tag -> tag.asString("").strip())
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
        if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw new BadRequestResponse(
                    "At most " + MOST_TAGS + " tags of at most " + LONGEST_TAG + " characters.");
        }
        vault.cases().setTags(row.id(), tags);
        vault.cases().log(row.id(), Asking.name(ctx), "changed the tags");
        index.refresh(row.id());
        ctx.status(204);
    }

    private void status(Context ctx) {
        CaseRow row = row(ctx);
        CaseStatus status =
                CaseStatus.of(Answers.body(ctx).path("status").asString(""))
                        .orElseThrow(
                                () -> new BadRequestResponse("It is open, waiting or solved."));
        vault.cases().setStatus(row.id(), status);
        vault.cases().log(row.id(), Asking.name(ctx), "set the status to " + status.word());
        index.refresh(row.id());
        ctx.status(204);
    }

    private CaseRow row(Context ctx) {
        return Answers.row(ctx, vault);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.empty();
    }
}
