package latchkey.web.api;

import io.javalin.config.RoutesConfig;

import latchkey.web.access.Tokens;
import latchkey.web.job.Analyses;
import latchkey.web.play.Choices;
import latchkey.web.play.Plays;
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
    private final TrainingApi trainings;
    private final Bundles bundles;
    private final AccessApi access;
    private final TokenApi tokens;

    public Api(Vault vault, Analyses analyses, CaseIndex index, Choices choices) {
        cases = new CaseApi(vault, analyses, index);
        uploads = new UploadApi(vault);
        notes = new NoteApi(vault, index);
        files = new FileApi(vault);
        exports = new ExportApi(vault);
        bundles = new Bundles(vault, analyses);
        trainings = new TrainingApi(vault, index, bundles, choices);
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
        trainings.register(routes);
    }

    /** What needs worlds to play in. */
    public void register(RoutesConfig routes, Plays plays) {
        new PlayApi(plays, bundles).register(routes);
        trainings.registerDrawing(routes, plays);
    }
}
