package latchkey.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

import latchkey.analyzer.redaction.BundleRedaction;
import latchkey.analyzer.report.face.Format;
import latchkey.analyzer.report.face.ReportReader;
import latchkey.analyzer.report.face.Word;
import latchkey.web.store.CaseResult;
import latchkey.web.store.CaseRow;
import latchkey.web.store.Vault;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The report in every form, and the bundle without its names. */
final class ExportApi {
    private static final Map<Format, String> TYPES =
            Map.of(
                    Format.TEXT, "text/plain; charset=utf-8",
                    Format.JSON, "application/json",
                    Format.MD, "text/markdown; charset=utf-8",
                    Format.HTML, "text/html; charset=utf-8",
                    Format.SARIF, "application/sarif+json",
                    Format.JUNIT, "application/xml");

    private static final Map<Format, String> ENDINGS =
            Map.of(
                    Format.TEXT, "txt",
                    Format.JSON, "json",
                    Format.MD, "md",
                    Format.HTML, "html",
                    Format.SARIF, "sarif",
                    Format.JUNIT, "xml");

    private final Vault vault;

    ExportApi(Vault vault) {
        this.vault = vault;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/cases/{id}/export/{format}", this::export);
        routes.get("/api/cases/{id}/redacted-bundle", this::redacted);
    }

    private void export(Context ctx) throws IOException {
        CaseRow row = Answers.row(ctx, vault);
        Format format =
                Word.parse(Format.class, ctx.pathParam("format"))
                        .orElseThrow(() -> new NotFoundResponse("There is no such form."));
        CaseResult result =
                vault.cases()
                        .result(row.id())
                        .orElseThrow(() -> new ConflictResponse(Answers.NO_VERDICT));
        boolean masked = Objects.equals(ctx.queryParam("redact"), "on");
        StringWriter page = new StringWriter();
        format.face(false)
                .print(ReportReader.read(masked ? result.masked() : result.report()), page);
        // A page made of log text never runs as one of ours.
        ctx.header(
                "Content-Security-Policy",
                "sandbox; default-src 'none'; style-src 'unsafe-inline'");
        if (!Objects.equals(ctx.queryParam("download"), "no")) {
            ctx.header(
                    "Content-Disposition",
                    "attachment; filename=\"latchkey-"
                            + row.id()
                            + "."
                            + ENDINGS.get(format)
                            + "\"");
        }
        ctx.contentType(String.valueOf(TYPES.get(format)));
        ctx.result(page.toString());
    }

    /** Made on demand from what was handed in, while that is kept. */
    private void redacted(Context ctx) throws IOException {
        CaseRow row = Answers.row(ctx, vault);
        List<Path> originals = vault.originals(row.id());
        if (originals.isEmpty()) {
            throw new ConflictResponse(
                    "What was handed in is not kept any more; hand it in again with 'keep the"
                            + " originals'.");
        }
        Path out = Files.createTempDirectory("latchkey-redacted").resolve("copy");
        try {
            Path first = originals.getFirst().getParent();
            Path all = first == null ? originals.getFirst() : first.getParent();
            BundleRedaction.redact(
                    originals.size() == 1 || all == null ? originals.getFirst() : all, out);
            ctx.header(
                    "Content-Disposition",
                    "attachment; filename=\"latchkey-" + row.id() + "-redacted.zip\"");
            ctx.contentType("application/octet-stream");
            ctx.result(Files.readAllBytes(out));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(out.getParent());
        }
    }
}
