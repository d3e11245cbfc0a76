package latchkey.web.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code PEOPLE MEGABYTES}: starts the server as a user does, loads it, and prints the figures. */
final class LoadCommand {
    private LoadCommand() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        int people = Integer.parseInt(arguments[0]);
        int bytes = Integer.parseInt(arguments[1]) << 20;
        Path room = Files.createTempDirectory("latchkey-load");
        Process server =
                new ProcessBuilder("../latchkey", "serve", "--port", "0", "--data", room + "/data")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines =
                new BufferedReader(server.inputReader(StandardCharsets.UTF_8))) {
            String line = String.valueOf(lines.readLine());
            String address = line.substring(0, line.indexOf("/#"));
            try (Load load = new Load(address, line.substring(line.indexOf("token=") + 6))) {
                report(load, server, bundles(room, people, bytes));
            }
        } finally {
            server.destroy();
            server.waitFor();
            remove(room);
        }
    }

    private static List<Path> bundles(Path room, int people, int bytes) throws IOException {
        List<Path> bundles = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            bundles.add(Bundle.write(room.resolve("bundle-" + i + ".zip"), bytes, i));
        }
        return bundles;
    }

    private static void report(Load load, Process server, List<Path> bundles)
            throws IOException, InterruptedException, ExecutionException {
        Path first = Bundle.write(bundles.getFirst().resolveSibling("old.zip"), 1 << 20, -1);
        String old = load.handIn(first);
        load.untilOver(old);
        ConcurrentLinkedQueue<Long> memory = new ConcurrentLinkedQueue<>();
        Load.Result result;
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(1)) {
            clock.scheduleAtFixedRate(
                    () -> memory.add(resident(server.toHandle())), 0, 1, TimeUnit.SECONDS);
            result = load.run(bundles, old);
            clock.shutdownNow();
        }
        print(result, bundles, List.copyOf(memory));
    }

    private static void print(Load.Result result, List<Path> bundles, List<Long> memory)
            throws IOException {
        System.out.printf(
                "%d people, %d MB each at once, %d cores%n",
                bundles.size(),
                Files.size(bundles.getFirst()) >> 20,
                Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "handed in after %.1f s, all analysed after %.1f s, %d failures%n",
                result.uploadSeconds(), result.allSeconds(), result.failures().size());
        result.failures().stream().distinct().limit(10).forEach(one -> System.out.println(one));
        result.pages()
                .forEach(
                        (page, times) ->
                                System.out.printf(
                                        "%-10s %5d times, p50 %6.1f ms, p99 %6.1f ms, worst %6.1f"
                                                + " ms%n",
                                        page,
                                        times.size(),
                                        Load.percentile(times, .5),
                                        Load.percentile(times, .99),
                                        Load.percentile(times, 1)));
        List<String> tenths = new ArrayList<>();
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = memory.size() * tenth / 10;
            int to = Math.max(from + 1, memory.size() * (tenth + 1) / 10);
            tenths.add(
                    String.valueOf(
                            memory
                                    .subList(
                                            Math.min(from, memory.size() - 1),
                                            Math.min(to, memory.size()))
                                    .stream()
                                    .mapToLong(Long::longValue)
                                    .max()
                                    .orElse(0)));
        }
        System.out.println(
                "resident MB of the server, highest of each tenth: " + String.join(" ", tenths));
    }

    /** Megabytes of the server alone; its analyses are processes of their own, and bounded. */
    private static long resident(ProcessHandle server) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + server.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void remove(Path room) throws IOException {
        try (Stream<Path> walk = Files.walk(room)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
