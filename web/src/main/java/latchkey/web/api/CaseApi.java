package latchkey.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UploadedFile;
import io.javalin.http.sse.SseClient;

import latchkey.web.access.Asking;
import latchkey.web.access.CaseGuard;
import latchkey.web.job.Analyses;
import latchkey.web.job.CaseEvent;
import latchkey.web.search.CaseIndex;
import latchkey.web.search.Disposal;
import latchkey.web.store.CaseRow;
import latchkey.web.store.CaseState;
import latchkey.web.store.Person;
import latchkey.web.store.Upload;
import latchkey.web.store.Vault;
import latchkey.web.store.Vault.Arrived;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Cases: handed in, listed, watched, cancelled, deleted. */
final class CaseApi {
    private static final int LISTED = 500;
    private static final int LONGEST_NAME = 200;
    private static final int EVENTS_KEPT = 256;
    private static final int HEARTBEAT_SECONDS = 15;

    private final Vault vault;
    private final Analyses analyses;
    private final CaseIndex index;
    private final Disposal disposal;

    CaseApi(Vault vault, Analyses analyses, CaseIndex index) {
        this.vault = vault;
        this.analyses = analyses;
        this.index = index;
        this.disposal = new Disposal(vault, analyses, index);
    }

    void register(RoutesConfig routes) {
        routes.post("/api/cases", this::create);
        routes.get("/api/cases", this::list);
        routes.get("/api/cases/{id}", ctx -> Answers.json(ctx, Answers.of(row(ctx))));
        routes.delete("/api/cases/{id}", this::delete);
        routes.get("/api/cases/{id}/report", this::report);
        routes.sse("/api/cases/{id}/events", this::events);
        routes.post("/api/cases/{id}/cancel", this::cancel);
        routes.post("/api/cases/{id}/again", this::again);
    }

    private CaseRow row(Context ctx) {
        return Answers.row(ctx, vault);
    }

    private void create(Context ctx) throws IOException {
        String type = String.valueOf(ctx.contentType()).toLowerCase(Locale.ROOT);
        String uploads = ctx.queryParam("uploads");
        List<Arrived> arrived;
        if (uploads != null) {
            arrived = complete(Asking.person(ctx), List.of(uploads.split(",")));
        } else if (type.startsWith("multipart/form-data")) {
            arrived = fields(ctx);
        } else {
            try (InputStream body = Steady.of(ctx)) {
                arrived = List.of(vault.receive(name(ctx, "bundle"), body));
            }
        }
        if (arrived.isEmpty()) {
            throw new BadRequestResponse("Nothing was handed in.");
        }
        String id = admit(ctx, arrived);
        ctx.status(201);
        ctx.header("Location", "/api/cases/" + id);
        Answers.json(ctx, Answers.object().put("id", id).put("url", "/c/" + id));
    }

    private String admit(Context ctx, List<Arrived> arrived) throws IOException {
        boolean keeps = Objects.equals(ctx.queryParam("keep"), "originals");
        String id =
                vault.admit(
                        Asking.person(ctx).id(),
                        name(ctx, arrived.getFirst().name()),
                        keeps,
                        arrived);
        vault.cases().log(id, Asking.name(ctx), "handed in");
        analyses.wake();
        return id;
    }

    private static String name(Context ctx, String otherwise) {
        String name = ctx.queryParam("name");
        String given = name == null || name.isBlank() ? otherwise : name.strip();
        return given.length() > LONGEST_NAME ? given.substring(0, LONGEST_NAME) : given;
    }

    private List<Arrived> fields(Context ctx) throws IOException {
        List<Arrived> arrived = new ArrayList<>();
        for (UploadedFile file : ctx.uploadedFiles()) {
            try (InputStream content = file.content()) {
                arrived.add(vault.receive(file.filename(), content));
            }
        }
        return arrived;
    }

    private List<Arrived> complete(Person who, List<String> ids) throws IOException {
        List<Arrived> arrived = new ArrayList<>();
        for (String id : ids) {
            Upload upload =
                    vault.cases()
                            .upload(id)
                            .filter(one -> one.owner().equals(who.id()))
                            .orElseThrow(() -> new NotFoundResponse("There is no such upload."));
            arrived.add(
                    vault.complete(upload)
                            .orElseThrow(
                                    () -> new ConflictResponse("An upload is not complete yet.")));
        }
        return arrived;
    }

    /** Files of this machine, read where they are. */
    String open(String name, List<Path> paths) throws IOException {
        String id = vault.admitInPlace(name, paths);
        vault.cases().log(id, Person.LOCAL.label(), "opened from this machine");
        analyses.wake();
        return id;
    }

    private void list(Context ctx) throws IOException {
        Person who = Asking.person(ctx);
        String query = ctx.queryParam("q");
        ObjectNode answer = Answers.object();
        ArrayNode cases = answer.putArray("cases");
        if (query == null || query.isBlank()) {
            vault.access().list(who, LISTED).forEach(row -> cases.add(Answers.of(row)));
        } else {
            CaseIndex.Found found = index.search(query, LISTED, vault.access().visible(who));
            answer.put("hint", found.hint());
            for (CaseIndex.Hit hit : found.hits()) {
                vault.access()
                        .find(who, hit.caseId())
                        .ifPresent(
                                row -> {
                                    ObjectNode node = Answers.of(row);
                                    node.put("matched", hit.matched());
                                    cases.add(node);
                                });
            }
        }
        Answers.json(ctx, answer);
    }

    private void report(Context ctx) {
        CaseRow row = row(ctx);
        boolean masked = Objects.equals(ctx.queryParam("redact"), "on");
        ctx.contentType("application/json");
        ctx.result(
                vault.cases()
                        .result(row.id())
                        .map(result -> masked ? result.masked() : result.report())
                        .orElseThrow(() -> new ConflictResponse("The analysis is not done.")));
    }

    private void delete(Context ctx) throws IOException {
        CaseGuard.requireOwner(ctx);
        disposal.delete(row(ctx).id());
        ctx.status(204);
    }

    private void cancel(Context ctx) {
        CaseRow row = row(ctx);
        if (!analyses.cancel(row.id())) {
            throw new ConflictResponse("There is nothing to cancel.");
        }
        vault.cases().log(row.id(), Asking.name(ctx), "cancelled the analysis");
        ctx.status(204);
    }

    private void again(Context ctx) {
        CaseRow row = row(ctx);
        if (vault.originals(row.id()).isEmpty()) {
            throw new ConflictResponse(
                    "What was handed in is not kept any more, so it cannot be analysed again.");
        }
        if (!vault.cases().again(row.id())) {
            throw new ConflictResponse("The analysis goes on already.");
        }
        vault.cases().log(row.id(), Asking.name(ctx), "asked for a new analysis");
        analyses.wake();
        ctx.status(204);
    }

    /** Runs on a thread of its own that waits for the slowest reader, so that nobody else does. */
    private void events(SseClient client) {
        String id = row(client.ctx()).id();
        BlockingQueue<CaseEvent> queue = new ArrayBlockingQueue<>(EVENTS_KEPT);
        Runnable stop = analyses.events().listen(id, queue::offer);
        try {
            Optional<CaseState> state = watched(client.ctx());
            state(client, state);
            while (!client.terminated() && state.filter(now -> !now.isOver()).isPresent()) {
                CaseEvent event = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                state = watched(client.ctx());
                if (state.isPresent()) {
                    tell(client, event);
                }
            }
            state(client, state);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stop.run();
            client.close();
        }
    }

    /** Nothing as soon as the case, the session or the right to see the case is gone. */
    private Optional<CaseState> watched(Context ctx) {
        return Asking.isStillIn(ctx)
                ? vault.access().find(Asking.person(ctx), ctx.pathParam("id")).map(CaseRow::state)
                : Optional.empty();
    }

    private static void tell(SseClient client, @Nullable CaseEvent event) {
        if (event == null) {
            client.sendComment("still there");
        } else {
            client.sendEvent(event.kind(), event.json());
        }
    }

    private static void state(SseClient client, Optional<CaseState> state) {
        state.ifPresent(now -> client.sendEvent("state", "{\"state\":\"" + now.word() + "\"}"));
    }
}
