package latchkey.simulator.cli;

import latchkey.simulator.server.ServeOptions;
import latchkey.simulator.server.SimulatorServer;
import latchkey.simulator.server.UnknownScenario;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps a world running for real clients. */
@Command(name = "serve", header = "Keep a world running for real clients of Azure.")
final class ServeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8443",
            description = "Port for tenants, on loopback; 0 takes any (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--admin-port",
            paramLabel = "PORT",
            defaultValue = "8444",
            description = "Port for operators; 0 takes any (default ${DEFAULT-VALUE}).")
    private int adminPort;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = ".latchkey-world",
            description = "Where ca.pem and endpoints.json are written (default ${DEFAULT-VALUE}).")
    private Path directory = Path.of(".latchkey-world");

    @Option(names = "--real-time", description = "Let the world's clock follow the wall's.")
    private boolean realTime;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The number all chance comes from (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            description = "Whose world, with its faults in force; one healthy VM without.")
    private @Nullable String scenario;

    ServeCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.of(spec);
        Logger.getLogger("").setLevel(Level.SEVERE);
        ServeOptions options =
                new ServeOptions(
                        port, adminPort, directory, realTime, seed, Optional.ofNullable(scenario));
        try (SimulatorServer server = SimulatorServer.start(options)) {
            greet(console, server);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "end"));
            ended.await();
            return Console.DONE;
        } catch (IOException e) {
            return console.refuse("The world cannot be served: " + e.getMessage());
        } catch (UnknownScenario e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
    }

    private void greet(Console console, SimulatorServer server) {
        String authority = directory.resolve("ca.pem").toString();
        console.out().print("https://localhost:" + server.port() + "\n");
        console.out().flush();
        console.say(
                """
                operators: https://localhost:%s; what clients must know: %s
                trust %s in the client alone, not in the system:
                  JavaScript  NODE_EXTRA_CA_CERTS=%s
                  Python, az  REQUESTS_CA_BUNDLE=%s
                  Java        keytool -importcert -noprompt -alias world -file %s \\
                              -keystore world.p12 -storepass changeit
                              then -Djavax.net.ssl.trustStore=world.p12
                Ctrl+C ends it\
                """
                        .formatted(
                                server.adminPort(),
                                directory.resolve("endpoints.json"),
                                authority,
                                authority,
                                authority,
                                authority));
    }
}
