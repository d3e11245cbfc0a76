package latchkey.web.job;

import latchkey.web.store.CaseRow;
import latchkey.web.store.CaseState;
import latchkey.web.store.Vault;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes waiting cases one after the other and has each analysed by a process of its own. The store
 * owns the state; this class owns the processes, and a process that lost its owner ends itself.
 */
public final class Analyses implements AutoCloseable {
    /** A case that took this many processes with it is not tried again. */
    private static final int TRIES = 3;

    private static final int OUT_OF_MEMORY = 3;

    private final Vault vault;
    private final Child child;
    private final Consumer<String> onDone;
    private final CaseEvents events = new CaseEvents();
    private final Map<String, Process> running = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(0);
    private final ExecutorService workers;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean isClosed;

    /**
     * @param onDone told the id of every case that has a new result
     */
    public Analyses(Vault vault, Child child, Consumer<String> onDone) {
        this.vault = vault;
        this.child = child;
        this.onDone = onDone;
        this.workers = Executors.newFixedThreadPool(child.atOnce());
    }

    /** Picks up what a former process left, then works until closed. */
    public void start() {
        vault.cases()
                .recover(
                        TRIES,
                        "The server ended during this analysis three times; it is not tried again"
                                + " by itself.");
        for (int i = 0; i < child.atOnce(); i++) {
            workers.execute(this::work);
        }
    }

    /** There may be a case waiting. */
    public void wake() {
        waiting.release();
    }

    public CaseEvents events() {
        return events;
    }

    /** Ends the analysis of a case, begun or not. */
    public boolean cancel(String id) {
        boolean cancelled = vault.cases().cancel(id);
        end(id);
        if (cancelled) {
            over(id, CaseState.CANCELLED);
        }
        return cancelled;
    }

    /** Ends the process of a case that is about to be deleted. */
    public void end(String id) {
        Process process = running.get(id);
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private void work() {
        try {
            while (!isClosed) {
                Optional<CaseRow> next = vault.cases().claim();
                if (next.isPresent()) {
                    analyse(next.get());
                } else {
                    waiting.acquire();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void analyse(CaseRow row) throws InterruptedException {
        state(row.id(), CaseState.RUNNING);
        String because = "";
        try {
            because = attempt(row);
        } catch (IOException | JacksonException e) {
            because = "The result of the analysis could not be kept on the disk.";
        }
        if (isClosed) {
            // A result that was kept before the end stays; anything else waits for the next start.
            vault.cases().putBack(row.id());
            return;
        }
        boolean failed = !because.isEmpty() && vault.cases().fail(row.id(), because);
        if (!failed && because.isEmpty()) {
            // Whoever hears that it is over finds it by its words.
            onDone.accept(row.id());
        }
        vault.cases().find(row.id()).ifPresent(now -> over(row.id(), now.state()));
    }

    /**
     * The reason of a failure, or nothing. A report that was written is kept, even when the texts
     * beside it were not; a cancelled case keeps nothing, which the store sees to.
     */
    private String attempt(CaseRow row) throws IOException, InterruptedException {
        Path out = vault.folder().work(row.id());
        Files.createDirectories(out);
        List<Path> originals = vault.originals(row.id());
        if (originals.isEmpty()) {
            return "What was handed in is not kept any more, so it cannot be analysed again.";
        }
        Process process = child.process(out, originals, row.bytes()).start();
        running.put(row.id(), process);
        if (isClosed) {
            process.destroyForcibly();
        }
        ScheduledFuture<?> deadline =
                alarm.schedule(
                        process::destroyForcibly, child.limit().toMillis(), TimeUnit.MILLISECONDS);
        try {
            listen(row.id(), process);
            int code = process.waitFor();
            if (isClosed) {
                return "The server ends; the next start takes the case up again.";
            }
            if (code == 0 || Results.hasReport(out)) {
                return keep(row, out);
            }
            return reason(code, deadline.isDone());
        } finally {
            deadline.cancel(false);
            // Gone for good before its folder is.
            process.destroyForcibly().onExit().join();
            running.remove(row.id());
            Results.clear(out);
        }
    }

    private String reason(int code, boolean tooLong) {
        if (tooLong) {
            return "The analysis took longer than " + child.limit().toMinutes() + " minutes.";
        }
        return code == OUT_OF_MEMORY
                ? "The analysis needed more memory than it may use."
                : "The analysis ended by itself before it was done (code " + code + ").";
    }

    private String keep(CaseRow row, Path out) throws IOException {
        boolean kept = vault.finish(row.id(), shelf -> Results.read(out, shelf));
        if (kept && !row.keepsOriginals()) {
            vault.dropOriginals(row.id());
        }
        return "";
    }

    private void listen(String id, Process process) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode told = JsonMapper.shared().readTree(line);
                String kind = told.path("kind").asString("");
                if (kind.equals("report")) {
                    first(id);
                } else {
                    events.tell(id, new CaseEvent(kind, told.path("tells").toString()));
                }
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    /** The verdict is there before the texts are. */
    private void first(String id) throws IOException {
        CaseRow.Verdict verdict = Results.verdict(vault.folder().work(id));
        events.tell(
                id,
                new CaseEvent(
                        "verdict",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("outcome", verdict.outcome())
                                .put("cause", verdict.cause())
                                .put("headline", verdict.headline())
                                .put("machine", verdict.machine())
                                .toString()));
    }

    private void state(String id, CaseState state) {
        events.tell(id, new CaseEvent("state", "{\"state\":\"" + state.word() + "\"}"));
    }

    private void over(String id, CaseState state) {
        state(id, state);
        events.forget(id);
    }

    /**
     * Waits for the workers instead of interrupting them: an interrupt in the middle of a write
     * breaks the index and closes files under the hands of others.
     */
    @Override
    public void close() {
        isClosed = true;
        running.values().forEach(Process::destroyForcibly);
        waiting.release(child.atOnce());
        alarm.shutdownNow();
        workers.close();
    }
}
