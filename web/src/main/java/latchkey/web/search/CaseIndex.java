package latchkey.web.search;

import latchkey.web.store.CaseRow;
import latchkey.web.store.Vault;

import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds cases by their words. The index is drawn from the store and can always be drawn again: at a
 * start, whatever differs from the store is.
 */
public final class CaseIndex implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CaseIndex.class.getName());
    private static final int LONGEST_QUERY = 500;

    private final Vault vault;
    private final CaseWords words;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private CaseIndex(Vault vault, Directory directory) throws IOException {
        this.vault = vault;
        this.words = new CaseWords(vault.cases());
        this.directory = directory;
        this.writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()));
        this.searchers = new SearcherManager(writer, null);
    }

    public static CaseIndex open(Vault vault) throws IOException {
        CaseIndex index = openOrRenew(vault);
        index.catchUp();
        return index;
    }

    private static CaseIndex openOrRenew(Vault vault) throws IOException {
        Path folder = vault.folder().index();
        try {
            return new CaseIndex(vault, FSDirectory.open(folder));
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException e) {
            try (Stream<Path> list = Files.list(folder)) {
                for (Path file : list.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            return new CaseIndex(vault, FSDirectory.open(folder));
        }
    }

    /** A case that matches, and where. */
    public record Hit(String caseId, @Nullable String matched) {}

    /**
     * @param hint what was not understood, null when all was
     */
    public record Found(List<Hit> hits, @Nullable String hint) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /**
     * @param among ids of the cases that may be found; what is left out counts for nothing
     */
    public Found search(String text, int limit, Set<String> among) throws IOException {
        String asked = text.substring(0, Math.min(text.length(), LONGEST_QUERY));
        String hint = null;
        Query query;
        try {
            query = parser().parse(asked);
        } catch (ParseException | IllegalArgumentException e) {
            hint = "That was searched as plain words: as a query it cannot be read.";
            query = plain(asked);
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc doc : searcher.search(only(query, among), limit).scoreDocs) {
                Document found = searcher.storedFields().document(doc.doc);
                hits.add(
                        new Hit(
                                String.valueOf(found.get(CaseWords.ID)),
                                CaseWords.passage(found, asked)));
            }
            return new Found(hits, hint);
        } finally {
            searchers.release(searcher);
        }
    }

    private static Query only(Query query, Set<String> among) {
        List<BytesRef> ids = among.stream().map(BytesRef::new).toList();
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(new TermInSetQuery(CaseWords.ID, ids), BooleanClause.Occur.FILTER)
                .build();
    }

    private static QueryParser parser() {
        QueryParser parser = new QueryParser(CaseWords.ALL, new StandardAnalyzer());
        parser.setDefaultOperator(QueryParser.Operator.AND);
        parser.setSplitOnWhitespace(true);
        parser.setAutoGeneratePhraseQueries(true);
        return parser;
    }

    private static Query plain(String text) {
        try {
            return parser().parse(QueryParser.escape(text).toLowerCase(Locale.ROOT));
        } catch (ParseException e) {
            return new TermQuery(new Term(CaseWords.ALL, text));
        }
    }

    /** Draws a case anew. */
    public void refresh(String caseId) {
        try {
            vault.cases().find(caseId).ifPresent(row -> put(row));
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "a case could not be indexed", e);
        }
    }

    private void put(CaseRow row) {
        try {
            writer.updateDocument(new Term(CaseWords.ID, row.id()), words.of(row));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "a case could not be indexed", e);
        }
    }

    /** Takes a case out, from the disk too. */
    public void remove(String caseId) throws IOException {
        writer.deleteDocuments(new Term(CaseWords.ID, caseId));
        writer.forceMergeDeletes();
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** What a death before the last commit left out is drawn now. */
    private void catchUp() throws IOException {
        Set<String> present = new HashSet<>();
        IndexSearcher searcher = searchers.acquire();
        try {
            int all = Math.max(1, searcher.getIndexReader().maxDoc());
            for (ScoreDoc doc : searcher.search(MatchAllDocsQuery.INSTANCE, all).scoreDocs) {
                Document found = searcher.storedFields().document(doc.doc);
                present.add(found.get(CaseWords.ID) + found.get(CaseWords.STAMP));
            }
        } finally {
            searchers.release(searcher);
        }
        Set<String> wanted = new HashSet<>();
        for (CaseRow row : vault.cases().list(Integer.MAX_VALUE)) {
            String key = row.id() + words.stamp(row);
            wanted.add(row.id());
            if (!present.contains(key)) {
                put(row);
            }
        }
        for (String key : present) {
            String id = key.substring(0, 16);
            if (!wanted.contains(id)) {
                writer.deleteDocuments(new Term(CaseWords.ID, id));
            }
        }
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
