package latchkey.simulator.server;

import io.javalin.http.Context;

import jakarta.servlet.ServletOutputStream;

import latchkey.simulator.world.Happening;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code GET /_sim/events}: the world's own account, as it is told. */
final class EventStream {
    private static final int LISTENERS = 16;
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final LivingWorld living;
    private final AtomicInteger listening = new AtomicInteger();
    private volatile boolean over;

    EventStream(LivingWorld living) {
        this.living = living;
    }

    void close() {
        over = true;
    }

    void serve(Context context) throws IOException {
        if (listening.incrementAndGet() > LISTENERS) {
            listening.decrementAndGet();
            context.status(503).result("{\"error\":{\"code\":\"TooManyListeners\"}}");
            return;
        }
        try {
            context.contentType("text/event-stream; charset=utf-8");
            context.header("Cache-Control", "no-cache");
            stream(context.res().getOutputStream(), context.header("Last-Event-ID"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listening.decrementAndGet();
        }
    }

    private void stream(ServletOutputStream out, @org.jspecify.annotations.Nullable String last)
            throws IOException, InterruptedException {
        long told = last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
        long world = living.resets();
        while (!over) {
            if (world != living.resets()) {
                world = living.resets();
                told = 0;
            }
            long from = told;
            List<Happening> news = living.look(stage -> stage.world().chronicle().after(from));
            for (Happening happening : news) {
                out.write(event(happening).getBytes(StandardCharsets.UTF_8));
                told = happening.number();
            }
            // Also when there is no news: a client that has gone is noticed by writing.
            out.write(": \n\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            living.awaitChange(BEAT);
        }
    }

    private static String event(Happening happening) {
        ObjectNode node = Said.object();
        node.put("number", happening.number()).put("at", happening.at().toString());
        node.put("where", happening.where()).put("what", happening.what());
        happening.details().forEach(node.putObject("details")::put);
        return "id: %s\nevent: %s\ndata: %s\n\n"
                .formatted(
                        happening.number(), happening.what(), Said.JSON.writeValueAsString(node));
    }
}
