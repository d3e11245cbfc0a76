package latchkey.web.cli;

import io.javalin.util.JavalinBindException;

import latchkey.web.job.Child;
import latchkey.web.server.Access;
import latchkey.web.server.WebServer;
import latchkey.web.signin.ProviderSettings;
import latchkey.web.store.DataFolder;
import latchkey.web.store.Ids;
import latchkey.web.store.Limits;
import latchkey.web.store.PostgresAccount;
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
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Runs the server until it is told to stop. */
final class Serving {
    private static final int DONE = 0;
    private static final int USAGE = 2;
    private static final int USUAL_PORT = 8080;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Has to be set before the first virtual thread begins. */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private Serving() {}

    /** What the command line says; it wins over the configuration. */
    record Options(
            @Nullable Path config,
            @Nullable Integer port,
            @Nullable Path data,
            @Nullable Integer keepDays) {}

    static int run(CommandSpec spec, Options options, List<Path> paths) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        // A thread that waits for the disk inside the database holds its carrier: with as many
        // carriers as cores, two that wait would stop everybody.
        System.setProperty(CARRIERS, System.getProperty(CARRIERS, "16"));
        for (Path path : paths) {
            if (!Files.exists(path)) {
                return refuse(err, path + " does not exist.");
            }
        }
        Integer days = options.keepDays();
        if (days != null && days < 0) {
            return refuse(err, "--keep-days has to be 0 or more.");
        }
        try {
            Configuration configuration = configuration(options);
            return serve(configuration, options, paths, out, err);
        } catch (ConfigurationRefusedException e) {
            e.mistakes().forEach(mistake -> refuse(err, mistake));
            return USAGE;
        }
    }

    private static Configuration configuration(Options options)
            throws ConfigurationRefusedException {
        Path file = options.config();
        return file == null
                ? Configuration.NONE
                : new ConfigurationReader(System.getenv()).read(file);
    }

    private static int serve(
            Configuration configuration,
            Options options,
            List<Path> paths,
            PrintWriter out,
            PrintWriter err) {
        Path folder = folder(configuration, options);
        int port = port(configuration, options);
        String token = Ids.secret();
        try (WebServer server = open(configuration, options, folder, token)) {
            server.start(configuration.listen().address(), port);
            String page = paths.isEmpty() ? "/" : "/c/" + open(server, paths);
            out.print(address(configuration, server.port(), page, token) + "\n");
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

    private static Path folder(Configuration configuration, Options options) {
        return Stream.of(
                        Optional.ofNullable(options.data()),
                        Optional.ofNullable(configuration.data()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".latchkey"));
    }

    private static int port(Configuration configuration, Options options) {
        return Stream.of(
                        Optional.ofNullable(options.port()),
                        Optional.ofNullable(configuration.listen().port()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(USUAL_PORT);
    }

    /** The one line of standard output; where people sign in, no token opens anything. */
    private static String address(
            Configuration configuration, int port, String page, String token) {
        ProviderSettings team = configuration.team();
        return team == null
                ? "http://127.0.0.1:" + port + page + "#token=" + token
                : team.publicUrl() + page;
    }

    private static int refuse(PrintWriter err, String sentence) {
        err.print("latchkey: " + sentence + "\n");
        err.flush();
        return USAGE;
    }

    private static WebServer open(
            Configuration configuration, Options options, Path folder, String token)
            throws IOException {
        DataFolder data = DataFolder.open(folder);
        Logs.to(data.log());
        InstantSource clock = InstantSource.system();
        PostgresAccount account = configuration.database();
        Vault vault =
                account == null
                        ? Vault.open(data, Limits.STANDARD, clock)
                        : Vault.open(data, account, Limits.STANDARD, clock);
        ProviderSettings team = configuration.team();
        Access access =
                team == null
                        ? Access.Token.of(token, clock)
                        : Access.Team.of(team, vault.access(), clock);
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        Integer days = options.keepDays();
        return new WebServer(
                vault,
                new Child(ChildCommand.ofThisProcess(), LONGEST, atOnce),
                access,
                days == null ? configuration.keepDays() : days);
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
