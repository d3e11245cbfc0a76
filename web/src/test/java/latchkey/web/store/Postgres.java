package latchkey.web.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PostgreSQL in a folder of its own, on a free port of this machine, gone afterwards. It
 * refuses to run as root, so that root starts it as somebody without rights.
 */
public final class Postgres implements AutoCloseable {
    private static final String USER = "latchkey";
    private static final String PASSWORD = "only-for-tests";
    private static final int TRIES = 5;

    private final Path programs;
    private final Path room;
    private Process process;
    private int port;
    private int databases;

    private Postgres(Path programs, Path room) {
        this.programs = programs;
        this.room = room;
    }

    /** Skips the test, visibly, where there is none. */
    public static Postgres start() throws IOException, InterruptedException {
        Optional<Path> found = programs();
        assumeTrue(found.isPresent(), "skipped: no PostgreSQL (initdb, postgres) on this machine");
        Optional<String> user = unprivileged();
        assumeTrue(
                !isRoot() || user.isPresent() && Files.exists(Path.of("/usr/bin/setpriv")),
                "skipped: PostgreSQL does not run as root, and there is no other user or setpriv");
        Path room = Files.createTempDirectory("latchkey-postgres");
        Path secret = Files.writeString(room.resolve("secret"), PASSWORD);
        if (isRoot()) {
            UserPrincipal owner =
                    room.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(user.orElseThrow());
            Files.setOwner(room, owner);
            Files.setOwner(secret, owner);
        }
        Postgres postgres = new Postgres(found.orElseThrow(), room);
        postgres.make(secret);
        postgres.run();
        return postgres;
    }

    private static Optional<Path> programs() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv("PATH").split(":")) {
            folders.add(Path.of(folder));
        }
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted().forEach(version -> folders.add(version.resolve("bin")));
            }
        }
        return folders.reversed().stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
                .findFirst();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Optional<String> unprivileged() throws IOException {
        List<String> known = List.of("postgres", "nobody");
        return known.stream().filter(user -> !entry(user).isEmpty()).findFirst();
    }

    /** The line of a user, empty where there is none. */
    private static String entry(String user) {
        try {
            return Files.readAllLines(Path.of("/etc/passwd")).stream()
                    .filter(line -> line.startsWith(user + ":"))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private ProcessBuilder program(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            String user = unprivileged().orElseThrow();
            String group = entry(user).split(":")[3];
            command.addAll(
                    List.of(
                            "/usr/bin/setpriv",
                            "--reuid",
                            user,
                            "--regid",
                            group,
                            "--clear-groups"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(room.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder.redirectErrorStream(true);
    }

    private Path data() {
        return room.resolve("data");
    }

    private void make(Path secret) throws IOException, InterruptedException {
        Process made =
                program(
                                "initdb",
                                "--pgdata=" + data(),
                                "--username=" + USER,
                                "--pwfile=" + secret,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--no-sync")
                        .start();
        String said = new String(made.getInputStream().readAllBytes());
        if (made.waitFor() != 0) {
            throw new IOException("initdb failed: " + said);
        }
    }

    /** Until it says that it is ready; another port when somebody was quicker. */
    public void run(String... settings) throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    "-D",
                                    data().toString(),
                                    "-p",
                                    String.valueOf(port),
                                    "-c",
                                    "listen_addresses=127.0.0.1",
                                    "-c",
                                    "unix_socket_directories="));
            for (String setting : settings) {
                arguments.addAll(List.of("-c", setting));
            }
            process = program("postgres", arguments.toArray(String[]::new)).start();
            BufferedReader lines = process.inputReader();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains("ready to accept connections")) {
                    Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
                    return;
                }
            }
            process.waitFor();
        }
        throw new IOException("PostgreSQL does not start: " + said);
    }

    /** A database that nobody used yet. */
    public PostgresAccount fresh() throws SQLException {
        String name = "cases" + ++databases;
        execute("CREATE DATABASE " + name);
        return account(name);
    }

    public PostgresAccount account(String database) {
        return new PostgresAccount(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, PASSWORD);
    }

    private void execute(String sql) throws SQLException {
        PostgresAccount all = account("postgres");
        try (Connection connection =
                        DriverManager.getConnection(all.url(), all.user(), all.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As if the power had failed: all of its processes at once. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        children.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle child : children) {
            child.onExit().join();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Durable.removeTree(room);
    }
}
