package latchkey.analyzer.report;

import latchkey.analyzer.diagnosis.Diagnosis;
import latchkey.analyzer.diagnosis.Examination;
import latchkey.analyzer.diagnosis.RuleBook;
import latchkey.analyzer.diagnosis.Watcher;
import latchkey.analyzer.diagnosis.Window;
import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.evidence.Order;
import latchkey.analyzer.format.Reader;
import latchkey.analyzer.intake.InputSource;
import latchkey.analyzer.intake.Item;
import latchkey.analyzer.intake.Opened;
import latchkey.analyzer.intake.ReadAhead;
import latchkey.analyzer.intake.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads everything that was handed in, on several threads, and draws one answer from it. */
final class Investigation {
    /** Bytes from which a thread for a file is worth its start. */
    private static final long LARGE = 1 << 20;

    private final RuleBook book;
    private final Reader reader;
    private final Window window;
    private final int threads;
    private final Object progressLock = new Object();
    private long bytesRead;
    private long bytesInAll;

    Investigation(RuleBook book, Reader reader, Window window, int threads) {
        this.book = book;
        this.reader = reader;
        this.window = window;
        this.threads = threads;
    }

    /** What came out. */
    record Result(
            Diagnosis diagnosis,
            List<Coverage> coverage,
            List<InputSource> inputs,
            boolean nothingReadable) {}

    /** One file that was read. */
    private record Read(Coverage coverage, Watcher watcher) {}

    Result run(Opened opened, Progress progress) throws IOException {
        Examination examination = new Examination(book, window);
        List<Item> items = opened.items();
        bytesInAll = items.stream().mapToLong(item -> Math.max(0, item.size())).sum();
        List<Coverage> coverage =
                items.size() < 2 || threads < 2
                        ? readAll(items, examination, progress)
                        : readInParallel(items, examination, progress);
        for (Refusal refusal : opened.refusals()) {
            coverage.add(
                    new Coverage(
                            refusal.file(),
                            Reader.UNKNOWN,
                            0,
                            0,
                            null,
                            null,
                            null,
                            Coverage.Read.REFUSED,
                            refusal.because(),
                            List.of()));
        }
        coverage.sort(
                Order.of(Order.by(Coverage::file), Order.by(row -> String.valueOf(row.because()))));
        boolean nothing = coverage.stream().allMatch(row -> row.read() == Coverage.Read.REFUSED);
        return new Result(
                examination.conclude(),
                coverage,
                opened.inputs(),
                nothing || opened.isNothingReadable());
    }

    private List<Coverage> readAll(List<Item> items, Examination examination, Progress progress)
            throws IOException {
        List<Coverage> coverage = new ArrayList<>();
        for (Item item : items) {
            coverage.add(join(read(item, examination, progress), examination));
        }
        return coverage;
    }

    private static Coverage join(Read read, Examination examination) {
        examination.add(read.watcher(), read.coverage());
        return read.coverage();
    }

    /**
     * Large files first, so that no thread is left with the biggest one at the end; the others in
     * the order of their names, in which all are joined and let go of. An archive may hold very
     * many files.
     */
    private List<Coverage> readInParallel(
            List<Item> items, Examination examination, Progress progress) throws IOException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            order.add(i);
        }
        order.sort(
                Order.of(
                        Order.by((Integer index) -> -rank(items.get(index).size())),
                        Order.by((Integer index) -> index)));
        List<Future<Read>> pending =
                new ArrayList<>(java.util.Collections.nCopies(items.size(), null));
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            for (int index : order) {
                pending.set(
                        index, workers.submit(() -> read(items.get(index), examination, progress)));
            }
            List<Coverage> coverage = new ArrayList<>();
            for (int i = 0; i < pending.size(); i++) {
                coverage.add(join(pending.get(i).get(), examination));
                pending.set(i, null);
            }
            return coverage;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the reading was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("a file could not be read", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static long rank(long size) {
        return size < LARGE ? 0 : size;
    }

    private void tell(Progress progress, Item item) {
        synchronized (progressLock) {
            bytesRead += Math.max(0, item.size());
            progress.advance(item.name(), bytesRead, bytesInAll);
        }
    }

    /** With nothing like it to read beside it, its unpacking is what the other thread can do. */
    private boolean isMost(Item item) {
        return threads > 1 && item.size() > LARGE && item.size() > bytesInAll / 2;
    }

    private Read read(Item item, Examination examination, Progress progress) {
        Watcher watcher = examination.watcher();
        try {
            Coverage coverage = reader.read(isMost(item) ? ReadAhead.of(item) : item, watcher);
            tell(progress, item);
            return new Read(coverage, watcher);
        } catch (IOException e) {
            Coverage refused =
                    new Coverage(
                            item.name(),
                            Reader.UNKNOWN,
                            0,
                            0,
                            null,
                            null,
                            null,
                            Coverage.Read.REFUSED,
                            "The file cannot be opened: " + e.getMessage(),
                            List.of());
            return new Read(refused, examination.watcher());
        }
    }
}
