package latchkey.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

import latchkey.web.access.Asking;
import latchkey.web.store.Upload;
import latchkey.web.store.Vault;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Large files, in pieces that can be taken up again after a cut. */
final class UploadApi {
    private static final long PIECE = 8L << 20;
    private static final Pattern RANGE =
            Pattern.compile("bytes (\\d{1,15})-(\\d{1,15})/(\\d{1,15})");

    private final Vault vault;

    /** Uploads with a piece on the way: two at once would be mixed up. */
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    UploadApi(Vault vault) {
        this.vault = vault;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/uploads", this::announce);
        routes.get("/api/uploads/{id}", ctx -> Answers.json(ctx, state(upload(ctx))));
        routes.put("/api/uploads/{id}", this::piece);
        routes.delete("/api/uploads/{id}", this::abandon);
    }

    private Upload upload(Context ctx) {
        return vault.cases()
                .upload(ctx.pathParam("id"))
                .filter(upload -> upload.owner().equals(Asking.person(ctx).id()))
                .orElseThrow(() -> new NotFoundResponse("There is no such upload."));
    }

    private ObjectNode state(Upload upload) throws IOException {
        return Answers.object()
                .put("id", upload.id())
                .put("size", upload.size())
                .put("received", vault.received(upload))
                .put("piece", PIECE);
    }

    private void announce(Context ctx) throws IOException {
        String name = ctx.queryParam("name");
        String size = ctx.queryParam("size");
        if (name == null || size == null || !size.matches("\\d{1,15}")) {
            throw new BadRequestResponse("An upload needs a name and a size.");
        }
        Upload upload =
                vault.announce(
                        Asking.person(ctx).id(),
                        name.substring(0, Math.min(name.length(), 200)),
                        Long.parseLong(size));
        ctx.status(201);
        Answers.json(ctx, state(upload));
    }

    private void piece(Context ctx) throws IOException {
        Upload upload = upload(ctx);
        Matcher range = RANGE.matcher(String.valueOf(ctx.header("Content-Range")));
        if (!range.matches()) {
            throw new BadRequestResponse(
                    "A piece says where it belongs: Content-Range: bytes A-B/ALL.");
        }
        long from = Long.parseLong(range.group(1));
        long to = Long.parseLong(range.group(2));
        if (Long.parseLong(range.group(3)) != upload.size() || to < from || to >= upload.size()) {
            throw new BadRequestResponse("The piece does not belong to a file of that size.");
        }
        if (!busy.add(upload.id())) {
            throw new ConflictResponse("Another piece of this file is on its way.");
        }
        try (InputStream body = Steady.of(ctx)) {
            if (from != vault.received(upload)) {
                throw new ConflictResponse(
                        "The next piece begins at byte " + vault.received(upload) + ".");
            }
            vault.append(upload, new Capped(body, to - from + 1));
        } finally {
            busy.remove(upload.id());
        }
        Answers.json(ctx, state(upload));
    }

    private void abandon(Context ctx) throws IOException {
        vault.abandon(upload(ctx).id());
        ctx.status(204);
    }
}
