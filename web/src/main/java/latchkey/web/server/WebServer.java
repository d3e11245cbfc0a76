package latchkey.web.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;

import latchkey.web.access.CaseGuard;
import latchkey.web.api.Api;
import latchkey.web.job.Analyses;
import latchkey.web.job.Child;
import latchkey.web.page.Pages;
import latchkey.web.page.PlayPages;
import latchkey.web.play.Choices;
import latchkey.web.play.Plays;
import latchkey.web.play.Simulator;
import latchkey.web.search.CaseIndex;
import latchkey.web.search.Disposal;
import latchkey.web.search.Retention;
import latchkey.web.store.Vault;

import java.io.IOException;
import java.util.Optional;

/** Everything between the port and the store, put together. */
public final class WebServer implements AutoCloseable {

    private final Vault vault;
    private final CaseIndex index;
    private final Analyses analyses;
    private final Gate gate;
    private final Retention retention;
    private final CaseGuard guard;
    private final Pages pages;
    private final Api api;
    private final Optional<Plays> plays;
    private final Javalin javalin;

    /**
     * @param keepDays how long cases are kept that have no time of their own; 0 for ever
     */
    public WebServer(Vault vault, Child child, Access access, int keepDays) throws IOException {
        this.vault = vault;
        this.index = CaseIndex.open(vault);
        this.analyses = new Analyses(vault, child, index::refresh);
        this.gate = new Gate(access);
        this.plays = Simulator.plays();
        this.guard = new CaseGuard(vault.access());
        this.retention = new Retention(vault, new Disposal(vault, analyses, index), keepDays);
        Choices choices = Choices.ofProgram();
        boolean hasAccounts = access instanceof Access.Team;
        this.pages =
                new Pages(
                        vault,
                        index,
                        new Pages.House(hasAccounts, keepDays, plays.isPresent()),
                        choices);
        this.api = new Api(vault, analyses, index, choices);
        this.javalin = Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.asyncTimeout = 0;
        RoutesConfig routes = config.routes;
        routes.before(Headers::set);
        gate.register(routes);
        guard.register(routes);
        api.register(routes);
        pages.register(routes);
        plays.ifPresent(
                open -> {
                    api.register(routes, open);
                    new PlayPages(pages, vault, open).register(routes);
                });
        new Failures(pages).register(routes);
    }

    /**
     * @param address of this machine alone, unless people sign in
     * @param port 0 for any that is free
     */
    public void start(String address, int port) {
        analyses.start();
        retention.start();
        javalin.start(address, port);
        gate.listensOn(javalin.port());
    }

    public int port() {
        return javalin.port();
    }

    /** Hands the server files of this machine, as if they had been dropped on its page. */
    public Api api() {
        return api;
    }

    /** For tests that walk over all routes. */
    Javalin javalin() {
        return javalin;
    }

    @Override
    public void close() throws IOException {
        javalin.stop();
        retention.close();
        analyses.close();
        index.close();
        vault.close();
    }
}
