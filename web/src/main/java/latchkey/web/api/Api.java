package latchkey.web.api;

import io.javalin.config.RoutesConfig;

import latchkey.web.access.Tokens;
import latchkey.web.job.Analyses;
import latchkey.web.search.CaseIndex;
import latchkey.web.store.Vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All of the JSON door. */
public final class Api {
    private final CaseApi cases;
    private final UploadApi uploads;
    private final NoteApi notes;
    private final FileApi files;
    private final ExportApi exports;
    private final AccessApi access;
    private final TokenApi tokens;

    public Api(Vault vault, Analyses analyses, CaseIndex index) {
        cases = new CaseApi(vault, analyses, index);
        uploads = new UploadApi(vault);
        notes = new NoteApi(vault, index);
        files = new FileApi(vault);
        exports = new ExportApi(vault);
        access = new AccessApi(vault);
        tokens = new TokenApi(new Tokens(vault.access(), vault.clock()));
    }

    /** Makes a case of files and folders of this machine; its id. */
    public String open(String name, List<Path> paths) throws IOException {
        return cases.open(name, paths);
    }

    public void register(RoutesConfig routes) {
        routes.get("/api/openapi.json", Answers::openApi);
        cases.register(routes);
        uploads.register(routes);
        notes.register(routes);
        files.register(routes);
        exports.register(routes);
        access.register(routes);
        tokens.register(routes);
    }
}
