package latchkey.rules.catalog;

import latchkey.rules.rule.Phrase;

import org.jspecify.annotations.Nullable;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The phrase book of the compiled pack, read when somebody asks for it: rules have the messages
 * they know with them, and only packs on top of this one look up others.
 */
final class UnreadMessages extends AbstractMap<String, Phrase> {
    private final byte[] bytes;
    private final int from;
    private volatile @Nullable Map<String, Phrase> read;

    /**
     * @param bytes the compiled pack, of whose soundness the build has made sure
     * @param from where the phrase book begins
     */
    UnreadMessages(byte[] bytes, int from) {
        this.bytes = bytes;
        this.from = from;
    }

    static byte[] written(Collection<Phrase> phrases) {
        PackOutput out = new PackOutput();
        out.number(phrases.size());
        for (Phrase phrase : phrases) {
            out.text(phrase.id());
            SignalBinary.writeCodes(phrase.codes(), out);
            SignalBinary.write(phrase.wordings(), out);
        }
        return out.whole();
    }

    @Override
    public Set<Entry<String, Phrase>> entrySet() {
        Map<String, Phrase> known = read;
        if (known == null) {
            known = new LinkedHashMap<>();
            PackInput in = new PackInput(bytes, from);
            for (int left = in.number(); left > 0; left--) {
                String id = in.text();
                known.put(id, new Phrase(id, SignalBinary.codes(in), SignalBinary.wordings(in)));
            }
            read = known;
        }
        return known.entrySet();
    }
}
