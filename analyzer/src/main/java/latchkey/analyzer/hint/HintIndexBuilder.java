package latchkey.analyzer.hint;

import latchkey.rules.rule.RuleId;

import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.FSDirectory;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes the index of rule pages and firing samples; run when the analyzer is packaged. */
public final class HintIndexBuilder {
    private static final int SAMPLE_LIMIT = 64 * 1024;

    private HintIndexBuilder() {}

    /** Arguments: the folder of the rule catalog, the folder to write the index into. */
    public static void main(String[] args) throws IOException {
        build(Path.of(args[0]), Path.of(args[1]));
    }

    static void build(Path catalog, Path out) throws IOException {
        emptyFolder(out);
        try (FSDirectory directory = FSDirectory.open(out);
                StandardAnalyzer analyzer = new StandardAnalyzer()) {
            IndexWriterConfig config = new IndexWriterConfig(analyzer).setUseCompoundFile(true);
            config.setMergePolicy(NoMergePolicy.INSTANCE);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (Path rule : sorted(catalog, 2)) {
                    add(rule, writer);
                }
            }
        }
        Files.deleteIfExists(out.resolve(IndexWriter.WRITE_LOCK_NAME));
        List<String> names =
                sorted(out, 1).stream().map(file -> file.getFileName().toString()).toList();
        Files.writeString(out.resolve(Hints.FILE_LIST), String.join("\n", names) + "\n");
    }

    private static void add(Path rule, IndexWriter writer) throws IOException {
        String name = rule.getFileName().toString();
        if (name.length() < 7 || !RuleId.isWellFormed(name.substring(0, 7))) {
            return;
        }
        Document document = new Document();
        document.add(new StoredField(Hints.RULE, name.substring(0, 7)));
        try (Stream<Path> files = Files.walk(rule)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (isWorthWords(rule.relativize(file).toString())) {
                    document.add(new TextField(Hints.WORDS, textOf(file), Field.Store.NO));
                }
            }
        }
        writer.addDocument(document);
    }

    private static boolean isWorthWords(String name) {
        return name.equals("page.md")
                || (name.startsWith("fires-") && !name.endsWith(".expect.yaml"));
    }

    private static String textOf(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.length() > SAMPLE_LIMIT ? text.substring(0, SAMPLE_LIMIT) : text;
        } catch (MalformedInputException e) {
            return "";
        }
    }

    private static List<Path> sorted(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> !file.equals(folder)).sorted().toList();
        }
    }

    private static void emptyFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path file : sorted(folder, 1)) {
            Files.delete(file);
        }
    }
}
