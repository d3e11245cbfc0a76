package latchkey.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.Triage;
import latchkey.analyzer.report.face.Comparison;
import latchkey.analyzer.report.face.ReportReader;
import latchkey.analyzer.report.face.Visible;
import latchkey.rules.catalog.RefusedPackException;
import latchkey.web.access.Asking;
import latchkey.web.access.CaseGuard;
import latchkey.web.access.Tokens;
import latchkey.web.search.CaseIndex;
import latchkey.web.search.CaseWords;
import latchkey.web.store.CaseFile;
import latchkey.web.store.CaseResult;
import latchkey.web.store.CaseRow;
import latchkey.web.store.CaseStore;
import latchkey.web.store.Person;
import latchkey.web.store.Token;
import latchkey.web.store.Vault;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All pages. */
public final class Pages {
    private static final int LISTED = 200;
    private static final int SIMILAR = 5;

    private final Vault vault;
    private final CaseStore cases;
    private final CaseIndex index;
    private final House house;
    private final Assets assets;
    private final TemplateEngine templates;
    private final Map<String, String> titles;

    /**
     * What the configuration says to the pages.
     *
     * @param hasAccounts whether people sign in
     * @param keepDays how long cases are kept; 0 for ever
     */
    public record House(boolean hasAccounts, int keepDays) {}

    public Pages(Vault vault, CaseIndex index, House house) throws IOException {
        this.vault = vault;
        this.cases = vault.cases();
        this.index = index;
        this.house = house;
        this.assets = new Assets(house.hasAccounts());
        this.templates =
                TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        Pages.class.getClassLoader(),
                        "latchkey.web.page.template");
        this.titles = titles();
    }

    private static Map<String, String> titles() throws IOException {
        Map<String, String> titles = new TreeMap<>();
        try {
            Triage.with(List.of())
                    .pack()
                    .rules()
                    .values()
                    .forEach(rule -> titles.put(rule.id().toString(), Visible.prose(rule.title())));
        } catch (RefusedPackException e) {
            throw new IOException("the rules of the program cannot be read", e);
        }
        return titles;
    }

    public void register(RoutesConfig routes) {
        routes.get("/assets/{hash}/{name}", assets::serve);
        routes.get("/", this::home);
        routes.get("/c/{id}", this::theCase);
        routes.get("/c/{id}/f/{n}", this::finding);
        routes.get("/c/{id}/file/{hash}", this::file);
        routes.get("/c/{id}/find", this::find);
        routes.get("/compare", this::compare);
        if (house.hasAccounts()) {
            routes.get("/you", this::you);
        }
    }

    /**
     * For whoever has not come in yet.
     *
     * @param to where they wanted to go
     */
    public String signIn(String to) {
        return house.hasAccounts()
                ? page("account.jte", Map.of("to", URLEncoder.encode(to, StandardCharsets.UTF_8)))
                : page("signIn.jte", Map.of());
    }

    private void you(Context ctx) {
        Person me = Asking.person(ctx);
        List<Token> tokens = new Tokens(vault.access(), vault.clock()).list(me);
        ctx.html(page("you.jte", Map.of("me", me, "tokens", tokens)));
    }

    public String sorry(int status, String sentence) {
        return page("sorry.jte", Map.of("status", status, "sentence", sentence));
    }

    private String page(String name, Map<String, Object> model) {
        StringOutput out = new StringOutput();
        Map<String, Object> all = new TreeMap<>(model);
        all.put("assets", assets);
        templates.render(name, all, out);
        return out.toString();
    }

    private void home(Context ctx) throws IOException {
        String query = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        Person who = Asking.person(ctx);
        CaseList list =
                query.isEmpty() ? CaseList.of(vault.access().list(who, LISTED)) : found(who, query);
        ctx.html(
                page(
                        "home.jte",
                        Map.of(
                                "list",
                                list.only(ctx.queryParam("outcome"), ctx.queryParam("status")),
                                "query",
                                query,
                                "help",
                                CaseWords.FIELDS,
                                "limit",
                                Show.bytes(vault.limits().caseBytes()))));
    }

    private CaseList found(Person who, String query) throws IOException {
        CaseIndex.Found found = index.search(query, LISTED, vault.access().visible(who));
        List<CaseRow> rows = new ArrayList<>();
        Map<String, String> matched = new TreeMap<>();
        for (CaseIndex.Hit hit : found.hits()) {
            vault.access().find(who, hit.caseId()).ifPresent(rows::add);
            if (hit.matched() != null) {
                matched.put(hit.caseId(), Visible.of(hit.matched()));
            }
        }
        return new CaseList(rows, matched, found.hint(), CaseList.of(rows).facets());
    }

    private CaseRow row(Context ctx) {
        return vault.access()
                .find(Asking.person(ctx), ctx.pathParam("id"))
                .orElseThrow(
                        () ->
                                new NotFoundResponse(
                                        "There is no such case; it may have been deleted."));
    }

    private void theCase(Context ctx) throws IOException {
        CaseRow row = row(ctx);
        Optional<CaseResult> result = cases.result(row.id());
        if (result.isEmpty()) {
            ctx.html(page("waiting.jte", Map.of("row", row, "mine", CaseGuard.right(ctx))));
            return;
        }
        ctx.html(page("case.jte", Map.of("view", view(ctx, row, result.get()))));
    }

    private CaseView view(Context ctx, CaseRow row, CaseResult result) throws IOException {
        Report report = ReportReader.read(result.report()).map(Visible::of);
        Map<String, CaseFile> files = new TreeMap<>();
        cases.files(row.id()).forEach(file -> files.put(Visible.of(file.name()), file));
        CaseView.Beside beside =
                new CaseView.Beside(
                        Extras.read(result.extras()),
                        new Quotes(files, vault.shelf()),
                        cases.notes(row.id()),
                        cases.activity(row.id()),
                        similar(Asking.person(ctx), row),
                        access(ctx, row));
        return new CaseView(row, report, beside, files, titles);
    }

    private AccessView access(Context ctx, CaseRow row) {
        return new AccessView(
                row,
                CaseGuard.right(ctx),
                vault.access().sharing(row.id()),
                vault.access().people(),
                house.keepDays());
    }

    /** Earlier cases with the same cause. */
    private List<CaseRow> similar(Person who, CaseRow row) {
        CaseRow.Verdict verdict = row.verdict();
        if (verdict == null || verdict.cause() == null) {
            return List.of();
        }
        return vault.access().list(who, LISTED).stream()
                .filter(other -> !other.id().equals(row.id()))
                .filter(
                        other ->
                                other.verdict() != null
                                        && verdict.cause().equals(other.verdict().cause()))
                .limit(SIMILAR)
                .toList();
    }

    private void finding(Context ctx) throws IOException {
        CaseRow row = row(ctx);
        CaseResult result =
                cases.result(row.id())
                        .orElseThrow(() -> new NotFoundResponse("The analysis is not done yet."));
        CaseView view = view(ctx, row, result);
        String wanted = ctx.pathParam("n");
        CaseView.Finding finding =
                view.findings().stream()
                        .filter(
                                one ->
                                        wanted.equals(String.valueOf(one.number()))
                                                || wanted.equals(one.rule()))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundResponse("There is no such finding."));
        Report.Proof first = finding.evidence().getFirst();
        ctx.html(
                page(
                        "finding.jte",
                        Map.of(
                                "view",
                                view,
                                "finding",
                                finding,
                                "viewer",
                                Optional.ofNullable(view.files().get(first.file())),
                                "line",
                                (long) first.line())));
    }

    private void file(Context ctx) {
        CaseRow row = row(ctx);
        CaseFile file =
                cases.file(row.id(), ctx.pathParam("hash"))
                        .orElseThrow(
                                () -> new NotFoundResponse("There is no such file in this case."));
        ctx.html(
                page("file.jte", Map.of("row", row, "file", file, "files", cases.files(row.id()))));
    }

    private void find(Context ctx) {
        CaseRow row = row(ctx);
        String text = Optional.ofNullable(ctx.queryParam("q")).orElse("");
        ctx.html(
                page("find.jte", Map.of("row", row, "files", cases.files(row.id()), "text", text)));
    }

    private void compare(Context ctx) throws IOException {
        Person who = Asking.person(ctx);
        List<CaseRow> all =
                vault.access().list(who, LISTED).stream()
                        .filter(row -> row.verdict() != null)
                        .toList();
        Optional<Compared> before = compared(who, ctx.queryParam("before"));
        Optional<Compared> after = compared(who, ctx.queryParam("after"));
        Optional<Comparison> comparison =
                before.flatMap(one -> after.map(two -> Comparison.of(one.report(), two.report())));
        ctx.html(
                page(
                        "compare.jte",
                        Map.of(
                                "all",
                                all,
                                "before",
                                before.map(Compared::row),
                                "after",
                                after.map(Compared::row),
                                "comparison",
                                comparison)));
    }

    private record Compared(CaseRow row, Report report) {}

    private Optional<Compared> compared(Person who, @org.jspecify.annotations.Nullable String id)
            throws IOException {
        if (id == null) {
            return Optional.empty();
        }
        Optional<CaseRow> row = vault.access().find(who, id);
        Optional<CaseResult> result = row.flatMap(one -> cases.result(one.id()));
        return row.isEmpty() || result.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Compared(
                                row.get(),
                                ReportReader.read(result.get().report()).map(Visible::of)));
    }
}
