package latchkey.analyzer.hint;

import latchkey.rules.rule.RuleId;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds the known errors whose pages and samples share most words with a text. Reads an index made
 * at package time.
 */
public final class Hints implements AutoCloseable {
    static final String FILE_LIST = "files.txt";
    static final String RULE = "rule";
    static final String WORDS = "words";

    /** Longest text a hint is sought for, in words; the rest of a long stack adds nothing. */
    private static final int WORD_LIMIT = 64;

    /** Fewer shared words than this are chance. */
    private static final int LEAST_SHARED = 2;

    /**
     * The index library advises on JVM options at its first use; our standard error is for our
     * user.
     */
    private static final Logger LIBRARY = Logger.getLogger("org.apache.lucene");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private final ByteBuffersDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final StandardAnalyzer analyzer = new StandardAnalyzer();

    private Hints(ByteBuffersDirectory directory) throws IOException {
        this.directory = directory;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        this.searcher.setSimilarity(new BM25Similarity());
    }

    /** Opens the index that was packed with the program. */
    public static Hints open() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        String names = new String(read(FILE_LIST), StandardCharsets.UTF_8);
        for (String name : names.lines().toList()) {
            byte[] bytes = read(name);
            try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
                out.writeBytes(bytes, bytes.length);
            }
        }
        return new Hints(directory);
    }

    /** The nearest rules, the nearest first; none when only common words are shared. */
    public List<Hint> nearest(String text, int limit) throws IOException {
        Set<String> words = wordsOf(text);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words) {
            query.add(new TermQuery(new Term(WORDS, word)), BooleanClause.Occur.SHOULD);
        }
        List<Hint> hints = new ArrayList<>();
        for (ScoreDoc found : searcher.search(query.build(), limit).scoreDocs) {
            List<String> shared = sharedWords(found.doc, words);
            String rule = searcher.storedFields().document(found.doc).get(RULE);
            if (shared.size() >= LEAST_SHARED && rule != null) {
                hints.add(
                        new Hint(
                                new RuleId(rule), "shares the words " + String.join(", ", shared)));
            }
        }
        return hints;
    }

    @Override
    public void close() throws IOException {
        analyzer.close();
        reader.close();
        directory.close();
    }

    /** The words of the text that the document has, the rarest in the rule base first. */
    private List<String> sharedWords(int document, Set<String> words) throws IOException {
        List<String> shared = new ArrayList<>();
        for (String word : words) {
            TermQuery query = new TermQuery(new Term(WORDS, word));
            boolean telling = reader.docFreq(query.getTerm()) <= Math.max(1, reader.numDocs() / 5);
            if (telling && searcher.explain(query, document).isMatch()) {
                shared.add(word);
            }
        }
        shared.sort(
                Comparator.comparingInt(this::frequency).thenComparing(Comparator.naturalOrder()));
        return shared.size() > 5 ? shared.subList(0, 5) : shared;
    }

    private int frequency(String word) {
        try {
            return reader.docFreq(new Term(WORDS, word));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the index in memory cannot be read", e);
        }
    }

    private Set<String> wordsOf(String text) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(WORDS, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (words.size() < WORD_LIMIT && tokens.incrementToken()) {
                if (term.length() > 2 && !Character.isDigit(term.charAt(0))) {
                    words.add(term.toString());
                }
            }
            tokens.end();
        }
        return words;
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Hints.class.getResourceAsStream("index/" + name)) {
            if (in == null) {
                throw new FileNotFoundException(
                        "the index of hints was not packed with the program");
            }
            return in.readAllBytes();
        }
    }
}
