package latchkey.analyzer.redaction;

import latchkey.analyzer.intake.Intake;
import latchkey.analyzer.intake.Item;
import latchkey.analyzer.intake.Limits;
import latchkey.analyzer.intake.NewZip;
import latchkey.analyzer.intake.Opened;
import latchkey.analyzer.intake.Refusal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rewrites what the user handed in without its secrets and identities. */
public final class BundleRedaction {
    private final Redactor redactor = Redactor.full();
    private final Set<String> names = new HashSet<>();
    private final List<String> leftOut = new ArrayList<>();
    private int files;

    private BundleRedaction() {}

    /**
     * What was done.
     *
     * @param files written; when there are none, nothing was written at all
     * @param counts masked places by class
     * @param leftOut one sentence for each file that was not copied or not copied whole
     */
    public record Summary(int files, Map<String, Integer> counts, List<String> leftOut) {
        public Summary {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Writes a zip for a folder or an archive, a file for a file. */
    public static Summary redact(Path in, Path out) throws IOException {
        if (Files.exists(out) && Files.exists(in) && Files.isSameFile(in, out)) {
            throw new IOException("The redacted copy needs another name than the original: " + out);
        }
        try (Opened opened = new Intake(Limits.STANDARD).open(List.of(in.toString()), null)) {
            return new BundleRedaction().copied(opened, out);
        }
    }

    /**
     * The first pass learns, so that a name is masked also before the line that tells what it is.
     */
    private Summary copied(Opened opened, Path out) throws IOException {
        List<Item> texts = texts(opened);
        for (Refusal refusal : opened.refusals()) {
            leftOut.add(refusal.file() + ": " + refusal.because());
        }
        if (!texts.isEmpty()) {
            boolean isSingle =
                    opened.inputs().stream().allMatch(input -> input.kind().equals("file"));
            written(texts, isSingle, out);
        }
        List<String> masked = leftOut.stream().sorted().map(redactor::mask).toList();
        return new Summary(files, redactor.counts(), masked);
    }

    private List<Item> texts(Opened opened) {
        List<Item> texts = new ArrayList<>();
        for (Item item : opened.items()) {
            redactor.observe(item.name());
            try (TextCopy copy = TextCopy.open(item)) {
                if (copy.isBinary()) {
                    leftOut.add(item.name() + ": It is no text and was left out.");
                    continue;
                }
                texts.add(item);
                copy.eachBlock(redactor::observe);
            } catch (IOException e) {
                leftOut.add(item.name() + ": It could not be read to its end. " + e.getMessage());
            }
        }
        return texts;
    }

    private void written(List<Item> texts, boolean isSingle, Path out) throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            try (OutputStream file = Files.newOutputStream(part)) {
                if (isSingle) {
                    copy(texts.getFirst(), file);
                } else {
                    zip(texts, file);
                }
            }
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void zip(List<Item> texts, OutputStream file) throws IOException {
        try (NewZip zip = new NewZip(file)) {
            for (Item item : texts) {
                zip.add(entryName(item.name()), out -> copy(item, out));
            }
        }
    }

    private void copy(Item item, OutputStream file) throws IOException {
        files++;
        TextCopy copy;
        try {
            copy = TextCopy.open(item);
        } catch (IOException unreadable) {
            return;
        }
        try (copy) {
            copy.write(redactor::mask, file);
        }
    }

    /** A name that no reader of the zip can take for a place outside of it. */
    private String entryName(String name) {
        List<String> steps = new ArrayList<>();
        for (String step : name.replace('\\', '/').split("/", -1)) {
            String masked =
                    redactor.mask(step).replace('<', '_').replace('>', '_').replace(':', '_');
            if (!masked.isEmpty()) {
                steps.add(masked.equals("..") || masked.equals(".") ? "_" : masked);
            }
        }
        String base = steps.isEmpty() ? "file" : String.join("/", steps);
        String unique = base;
        for (int number = 2; !names.add(unique); number++) {
            unique = base + "#" + number;
        }
        return unique;
    }
}
