package latchkey.web.cli;

import io.javalin.util.JavalinBindException;

import latchkey.web.job.Child;
import latchkey.web.server.Access;
import latchkey.web.server.WebServer;
import latchkey.web.store.DataFolder;
import latchkey.web.store.Ids;
import latchkey.web.store.Limits;
import latchkey.web.store.StoreRefusedException;
import latchkey.web.store.Vault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs the server until it is told to stop. */
final class Serving {
    private static final int DONE = 0;
    private static final int USAGE = 2;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Serving() {}

    static int run(CommandSpec spec, int port, @Nullable Path data, List<Path> paths) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                return refuse(err, path + " does not exist.");
            }
        }
        Path folder = data == null ? Path.of(System.getProperty("user.home"), ".latchkey") : data;
        String token = Ids.secret();
        try (WebServer server = open(folder, token)) {
            server.start(port);
            String page = paths.isEmpty() ? "/" : "/c/" + open(server, paths);
            out.print("http://127.0.0.1:" + server.port() + page + "#token=" + token + "\n");
            out.flush();
            waitForTheEnd(server);
            return DONE;
        } catch (StoreRefusedException e) {
            return refuse(err, String.valueOf(e.getMessage()));
        } catch (JavalinBindException e) {
            return refuse(err, "Port " + port + " is taken: choose another with --port, or 0.");
        } catch (IOException e) {
            return refuse(err, "The folder " + folder + " cannot be used: " + e.getMessage());
        }
    }

    private static int refuse(PrintWriter err, String sentence) {
        err.print("latchkey: " + sentence + "\n");
        err.flush();
        return USAGE;
    }

    private static WebServer open(Path folder, String token) throws IOException {
        DataFolder data = DataFolder.open(folder);
        Logs.to(data.log());
        Vault vault = Vault.open(data, Limits.STANDARD, InstantSource.system());
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new WebServer(
                vault, new Child(ChildCommand.ofThisProcess(), LONGEST, atOnce), new Access(token));
    }

    private static String open(WebServer server, List<Path> paths) throws IOException {
        Path first = paths.getFirst().toRealPath().getFileName();
        String name = first == null ? "files" : first.toString();
        return server.api().open(name, paths);
    }

    private static void waitForTheEnd(WebServer server) throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    end.countDown();
                                    await(closed);
                                }));
        await(end);
        try {
            server.close();
        } finally {
            closed.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
