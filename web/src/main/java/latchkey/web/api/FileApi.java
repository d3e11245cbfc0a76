package latchkey.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

import latchkey.analyzer.report.face.Visible;
import latchkey.web.search.Level;
import latchkey.web.search.LineQuery;
import latchkey.web.search.LineSearch;
import latchkey.web.store.CaseFile;
import latchkey.web.store.KeptText;
import latchkey.web.store.Vault;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

/** Files of a case: their lines, and finding lines. */
final class FileApi {
    private static final int MOST_LINES = 1000;

    private final Vault vault;
    private final LineSearch search;

    FileApi(Vault vault) {
        this.vault = vault;
        this.search = new LineSearch(vault.shelf(), System::nanoTime);
    }

    void register(RoutesConfig routes) {
        routes.get("/api/cases/{id}/files", this::list);
        routes.get("/api/cases/{id}/files/{hash}/lines", this::lines);
        routes.get("/api/cases/{id}/files/{hash}/raw", this::raw);
        routes.get("/api/cases/{id}/search", this::find);
    }

    private void list(Context ctx) {
        ArrayNode files = Answers.array();
        vault.cases()
                .files(Answers.row(ctx, vault).id())
                .forEach(file -> files.add(Answers.of(file)));
        Answers.json(ctx, Answers.object().set("files", files));
    }

    private CaseFile file(Context ctx) {
        return vault.cases()
                .file(ctx.pathParam("id"), ctx.pathParam("hash"))
                .orElseThrow(() -> new NotFoundResponse("There is no such file in this case."));
    }

    private void lines(Context ctx) throws IOException {
        CaseFile file = file(ctx);
        long from = number(ctx, "from", 1);
        int count = (int) Math.min(MOST_LINES, number(ctx, "count", 200));
        ObjectNode answer = Answers.object().put("total", file.lines());
        ArrayNode lines = answer.putArray("lines");
        for (KeptText.Line line : vault.shelf().text(file.hash()).lines(from, count)) {
            lines.addObject()
                    .put("n", line.number())
                    .put("text", shown(line.text()))
                    .put("level", Level.of(line.text()).map(Level::word).orElse(null))
                    .put("cut", line.isCut());
        }
        Answers.json(ctx, answer);
    }

    /** A tab is no sign of anything; everything else unseen is made visible. */
    private static String shown(String text) {
        return Visible.of(text.replace("\t", "    "));
    }

    private static long number(Context ctx, String name, long otherwise) {
        String text = ctx.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,15}")) {
            throw new BadRequestResponse(name + " has to be a number.");
        }
        return Long.parseLong(text);
    }

    /** As text that no browser may take for a page. */
    private void raw(Context ctx) throws IOException {
        CaseFile file = file(ctx);
        ctx.header("Content-Security-Policy", "sandbox; default-src 'none'");
        ctx.header("Content-Disposition", "attachment; filename=\"" + file.hash() + ".txt\"");
        ctx.contentType("text/plain; charset=utf-8");
        ctx.result(Files.newInputStream(vault.shelf().text(file.hash()).path()));
    }

    private void find(Context ctx) throws IOException {
        String id = Answers.row(ctx, vault).id();
        LineQuery query =
                new LineQuery(
                        Optional.ofNullable(ctx.queryParam("q")).orElse(""),
                        Objects.equals(ctx.queryParam("regex"), "1"),
                        Optional.ofNullable(ctx.queryParam("level")).flatMap(Level::named),
                        new LineQuery.Span(time(ctx, "since"), time(ctx, "until")),
                        ctx.queryParam("file"));
        query.problem()
                .ifPresent(
                        sentence -> {
                            throw new BadRequestResponse(sentence);
                        });
        LineSearch.Found found = search.find(query, vault.cases().files(id));
        ObjectNode answer = Answers.object().put("whole", found.isWhole());
        answer.put("bytesRead", found.bytesRead()).put("bytesInAll", found.bytesInAll());
        ArrayNode hits = answer.putArray("hits");
        for (LineSearch.Hit hit : found.hits()) {
            hits.addObject()
                    .put("file", hit.file().name())
                    .put("hash", hit.file().hash())
                    .put("line", hit.line())
                    .put("before", shown(hit.text().substring(0, hit.from())))
                    .put("match", shown(hit.text().substring(hit.from(), hit.to())))
                    .put("after", shown(hit.text().substring(hit.to())));
        }
        Answers.json(ctx, answer);
    }

    private static @Nullable Instant time(Context ctx, String name) {
        String text = ctx.queryParam(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String zoned = text.endsWith("Z") ? text : text + (text.length() == 16 ? ":00Z" : "Z");
            return Instant.parse(zoned);
        } catch (DateTimeParseException e) {
            throw new BadRequestResponse(name + " has to be a time such as 2026-01-31T08:00:00Z.");
        }
    }
}
