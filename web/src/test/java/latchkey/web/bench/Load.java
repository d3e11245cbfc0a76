package latchkey.web.bench;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Many people hand in bundles at the same moment, in pieces as the browser does, while others read
 * pages; nobody's pages may become slow.
 */
final class Load implements AutoCloseable {
    private static final int PIECE = 8 << 20;

    /** Requests a second of those who only read. */
    private static final int READS = 20;

    private final String address;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    Load(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** What came of it; times in milliseconds by page, in the order they were taken. */
    record Result(
            List<String> cases,
            double uploadSeconds,
            double allSeconds,
            Map<String, List<Double>> pages,
            List<String> failures) {}

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token);
    }

    private String send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            failures.add(method + " " + path.replaceAll("\\?.*", "") + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static String id(String json) {
        return JsonMapper.shared().readTree(json).path("id").asString("");
    }

    /** One person's bundle, in pieces; the id of the case. */
    String handIn(Path bundle) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(bundle.toFile(), "r")) {
            long all = file.length();
            String name = bundle.getFileName().toString();
            String upload =
                    id(
                            send(
                                    "POST",
                                    "/api/uploads?name=" + name + "&size=" + all,
                                    BodyPublishers.noBody()));
            for (long at = 0; at < all; at += PIECE) {
                byte[] piece = new byte[(int) Math.min(PIECE, all - at)];
                file.readFully(piece);
                String range = "bytes " + at + "-" + (at + piece.length - 1) + "/" + all;
                send(
                        "PUT",
                        "/api/uploads/" + upload,
                        BodyPublishers.ofByteArray(piece),
                        "Content-Range",
                        range);
            }
            return id(
                    send(
                            "POST",
                            "/api/cases?name=" + name + "&uploads=" + upload,
                            BodyPublishers.noBody()));
        }
    }

    /** Waits for the end of an analysis, which the server tells. */
    void untilOver(String id) throws IOException, InterruptedException {
        send(
                "GET",
                "/api/cases/" + id + "/events",
                BodyPublishers.noBody(),
                "Accept",
                "text/event-stream");
        String row = send("GET", "/api/cases/" + id, BodyPublishers.noBody());
        if (!row.contains("\"state\":\"done\"")) {
            failures.add("a case is not done: " + row);
        }
    }

    /**
     * @param old a case that is done, whose page others read meanwhile
     */
    Result run(List<Path> bundles, String old)
            throws IOException, InterruptedException, ExecutionException {
        Readers readers = new Readers(old);
        long start = System.nanoTime();
        List<String> cases = new ArrayList<>();
        double uploaded;
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            clock.scheduleAtFixedRate(
                    () -> people.execute(readers::next),
                    0,
                    1_000_000 / READS,
                    TimeUnit.MICROSECONDS);
            CountDownLatch together = new CountDownLatch(1);
            List<Future<String>> uploads = new ArrayList<>();
            for (Path bundle : bundles) {
                uploads.add(
                        people.submit(
                                () -> {
                                    together.await();
                                    return handIn(bundle);
                                }));
            }
            together.countDown();
            for (Future<String> upload : uploads) {
                cases.add(upload.get());
            }
            uploaded = (System.nanoTime() - start) / 1e9;
            for (String id : cases) {
                untilOver(id);
            }
            clock.shutdownNow();
        }
        double all = (System.nanoTime() - start) / 1e9;
        return new Result(cases, uploaded, all, readers.times(), List.copyOf(failures));
    }

    /** Those who read: one page after the other, at a steady pace whatever the server does. */
    final class Readers {
        private final List<String> names = List.of("list", "case page", "search", "lines");
        private final List<String> paths;
        private final List<Queue<Double>> times = new ArrayList<>();
        private final java.util.concurrent.atomic.AtomicInteger turn =
                new java.util.concurrent.atomic.AtomicInteger();

        Readers(String old) throws IOException, InterruptedException {
            String files = send("GET", "/api/cases/" + old + "/files", BodyPublishers.noBody());
            String hash =
                    JsonMapper.shared()
                            .readTree(files)
                            .path("files")
                            .path(0)
                            .path("hash")
                            .asString("");
            paths =
                    List.of(
                            "/",
                            "/c/" + old,
                            "/?q=password",
                            "/api/cases/" + old + "/files/" + hash + "/lines?from=1&count=200");
            names.forEach(name -> times.add(new ConcurrentLinkedQueue<>()));
        }

        void next() {
            int page = Math.floorMod(turn.getAndIncrement(), paths.size());
            long before = System.nanoTime();
            try {
                send("GET", paths.get(page), BodyPublishers.noBody());
                times.get(page).add((System.nanoTime() - before) / 1e6);
            } catch (IOException e) {
                failures.add("GET " + names.get(page) + ": " + e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        Map<String, List<Double>> times() {
            Map<String, List<Double>> all = new java.util.LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                all.put(names.get(i), List.copyOf(times.get(i)));
            }
            return all;
        }
    }

    static double percentile(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)));
    }

    @Override
    public void close() {
        client.close();
    }
}
