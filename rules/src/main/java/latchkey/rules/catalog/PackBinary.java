package latchkey.rules.catalog;

import latchkey.rules.rule.Cause;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Phrase;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Source;
import latchkey.rules.rule.SourceKind;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The compiled form of a pack. Made at build time, after everything was checked, and read at every
 * start: first a number that tells the version of the form, the length of the part that every start
 * needs and the length of the rest, then that part, then the fixes, each by itself and as written,
 * since a report wants a handful of them.
 */
final class PackBinary {
    private static final int MAGIC = 0x4C4B5033;
    private static final int HEADER = 3 * Integer.BYTES;

    private PackBinary() {}

    /**
     * @param written the same pack as it was written, for its fixes
     */
    static void write(Pack pack, WrittenPack written, DataOutputStream out) throws IOException {
        List<byte[]> fixes = new ArrayList<>();
        PackOutput main = new PackOutput();
        main.text(pack.name());
        main.text(pack.version());
        main.text(pack.sha256());
        writeVocabulary(pack, main);
        main.number(pack.rules().size());
        pack.rules().values().forEach(rule -> RuleBinary.write(rule, main));
        Map<String, Node.Fields> nodes = fixesIn(written);
        main.number(nodes.size());
        int from = 0;
        for (Map.Entry<String, Node.Fields> fix : nodes.entrySet()) {
            PackOutput alone = new PackOutput();
            NodeBinary.write(fix.getValue(), alone);
            byte[] bytes = alone.whole();
            fixes.add(bytes);
            main.text(fix.getKey());
            main.bits(from);
            from += bytes.length;
        }
        byte[] whole = main.whole();
        out.writeInt(MAGIC);
        out.writeInt(whole.length);
        out.writeInt(from);
        out.write(whole);
        for (byte[] fix : fixes) {
            out.write(fix);
        }
    }

    static Pack read(byte[] bytes) throws IOException {
        try {
            ByteBuffer header = ByteBuffer.wrap(bytes);
            if (header.getInt() != MAGIC) {
                throw new IOException("the compiled rules are of another version");
            }
            int behind = HEADER + header.getInt();
            if (bytes.length != behind + header.getInt()) {
                throw new IOException("the compiled rules are cut off");
            }
            PackInput in = new PackInput(bytes, HEADER);
            String name = in.text();
            String version = in.text();
            String sha256 = in.text();
            Map<String, Cause> causes = causes(in);
            Map<SourceKind, Source> sources = sources(in);
            Map<String, Set<SourceKind>> groups = groups(in);
            Map<String, List<String>> speech = new UnreadMap<>(in.later(), PackBinary::speech);
            Map<String, Phrase> messages = new UnreadMap<>(in.later(), PackBinary::messages);
            Map<RuleId, Rule> rules = new LinkedHashMap<>();
            for (int left = in.number(); left > 0; left--) {
                Rule rule = RuleBinary.read(in);
                rules.put(rule.id(), rule);
            }
            UnreadFixes fixes = new UnreadFixes(bytes);
            for (int left = in.number(); left > 0; left--) {
                String id = in.text();
                fixes.add(id, behind + in.bits());
            }
            return new Pack(
                    name, version, sha256, rules, fixes, causes, sources, groups, messages, speech);
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            throw new IOException("the compiled rules are cut off", e);
        }
    }

    private static Map<String, Node.Fields> fixesIn(WrittenPack written) {
        Map<String, Node.Fields> fixes = new LinkedHashMap<>();
        written.files()
                .forEach(
                        (file, node) -> {
                            if (file.startsWith("fixes/")
                                    && node.nodes().get("id") instanceof Node.Text id) {
                                fixes.put(id.value().strip(), node);
                            }
                        });
        return fixes;
    }

    private static void writeVocabulary(Pack pack, PackOutput out) {
        out.number(pack.causes().size());
        for (Cause cause : pack.causes().values()) {
            out.text(cause.id());
            out.text(cause.title());
            out.text(cause.area());
            out.text(cause.meaning());
            out.text(cause.distinguish());
            out.texts(cause.docs());
        }
        out.number(pack.sources().size());
        for (Source source : pack.sources().values()) {
            out.text(source.kind().id());
            out.text(source.title());
            out.texts(source.where());
            out.text(source.collect());
        }
        out.number(pack.groups().size());
        pack.groups()
                .forEach(
                        (group, kinds) -> {
                            out.text(group);
                            out.texts(kinds);
                        });
        out.later(() -> writeSpeech(pack, out));
        out.later(() -> writeMessages(pack, out));
    }

    private static void writeMessages(Pack pack, PackOutput out) {
        out.number(pack.messages().size());
        for (Phrase phrase : pack.messages().values()) {
            out.text(phrase.id());
            SignalBinary.writeCodes(phrase.codes(), out);
            SignalBinary.write(phrase.wordings(), out);
        }
    }

    private static void writeSpeech(Pack pack, PackOutput out) {
        out.number(pack.speech().size());
        pack.speech()
                .forEach(
                        (name, words) -> {
                            out.text(name);
                            out.texts(words);
                        });
    }

    private static Map<String, Cause> causes(PackInput in) {
        Map<String, Cause> causes = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            Cause cause =
                    new Cause(in.text(), in.text(), in.text(), in.text(), in.text(), in.texts());
            causes.put(cause.id(), cause);
        }
        return causes;
    }

    private static Map<SourceKind, Source> sources(PackInput in) {
        Map<SourceKind, Source> sources = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            SourceKind kind = new SourceKind(in.text());
            sources.put(kind, new Source(kind, in.text(), in.texts(), in.text()));
        }
        return sources;
    }

    private static Map<String, Phrase> messages(PackInput in) {
        Map<String, Phrase> messages = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            String id = in.text();
            messages.put(id, new Phrase(id, SignalBinary.codes(in), SignalBinary.wordings(in)));
        }
        return messages;
    }

    private static Map<String, List<String>> speech(PackInput in) {
        Map<String, List<String>> speech = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            String name = in.text();
            speech.put(name, in.texts());
        }
        return speech;
    }

    private static Map<String, Set<SourceKind>> groups(PackInput in) {
        Map<String, Set<SourceKind>> groups = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            String group = in.text();
            Set<SourceKind> kinds = new LinkedHashSet<>();
            for (String kind : in.texts()) {
                kinds.add(new SourceKind(kind));
            }
            groups.put(group, kinds);
        }
        return groups;
    }
}
