package latchkey.rules.catalog;

import latchkey.rules.rule.Companions;
import latchkey.rules.rule.ErrorCode;
import latchkey.rules.rule.Signal;
import latchkey.rules.rule.SourceKind;
import latchkey.rules.rule.Wording;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One signal in the compiled pack: a number for its form, then its parts in order. */
final class SignalBinary {
    private static final int LITERAL = 0;
    private static final int REGEX = 1;
    private static final int CODE = 2;
    private static final int JSON = 3;
    private static final int EVENT = 4;
    private static final int REGISTRY = 5;
    private static final int FACT = 6;
    private static final int VERSION = 7;
    private static final int ABSENT = 8;
    private static final int COUNT = 9;
    private static final int SEQUENCE = 10;
    private static final int COMPARE = 11;
    private static final int SAID = 12;

    private SignalBinary() {}

    static void write(Signal signal, PackOutput out) {
        switch (signal) {
            case Signal.Literal literal -> write(literal, out);
            case Signal.Regex regex -> write(regex, out);
            case Signal.Code code -> write(code, out);
            case Signal.Json json -> write(json, out);
            case Signal.Event event -> write(event, out);
            case Signal.Registry registry -> write(registry, out);
            case Signal.Said said -> write(said, out);
            case Signal.Fact fact -> {
                out.number(FACT);
                out.text(fact.name());
                PredicateBinary.write(fact.value(), out);
            }
            case Signal.Version version -> {
                out.number(VERSION);
                out.text(version.fact());
                out.text(version.range());
            }
            case Signal.Absent absent -> {
                out.number(ABSENT);
                out.text(absent.of());
                out.text(absent.source().id());
            }
            case Signal.Count count -> write(count, out);
            case Signal.Sequence sequence -> {
                out.number(SEQUENCE);
                out.texts(sequence.of());
                write(sequence.within(), out);
            }
            case Signal.Compare compare -> {
                out.number(COMPARE);
                out.text(compare.left());
                out.text(compare.operator());
                out.text(compare.right());
                write(compare.by(), out);
            }
        }
        out.text(signal.says());
    }

    private static void write(Signal.Literal literal, PackOutput out) {
        out.number(LITERAL);
        out.texts(literal.in());
        out.texts(literal.texts());
        write(literal.companions(), out);
    }

    private static void write(Signal.Regex regex, PackOutput out) {
        out.number(REGEX);
        out.texts(regex.in());
        out.texts(regex.patterns());
        out.texts(regex.anchors());
        write(regex.companions(), out);
        out.yes(regex.each());
    }

    private static void write(Signal.Code code, PackOutput out) {
        out.number(CODE);
        out.texts(code.in());
        writeCodes(code.codes(), out);
        out.later(() -> write(code.wordings(), out));
        out.texts(code.anchors());
        write(code.companions(), out);
    }

    private static void write(Signal.Json json, PackOutput out) {
        out.number(JSON);
        out.texts(json.in());
        out.text(json.at());
        PredicateBinary.write(json.value(), out);
        out.textMap(json.beside());
    }

    private static void write(Signal.Event event, PackOutput out) {
        out.number(EVENT);
        out.text(event.channel());
        out.text(event.provider());
        out.number(event.ids().size());
        event.ids().stream().sorted().forEach(out::bits);
        out.textMap(event.data());
    }

    private static void write(Signal.Registry registry, PackOutput out) {
        out.number(REGISTRY);
        out.text(registry.key());
        out.text(registry.name());
        PredicateBinary.write(registry.value(), out);
    }

    private static void write(Signal.Count count, PackOutput out) {
        out.number(COUNT);
        out.text(count.of());
        out.bits(count.atLeast());
        Integer atMost = count.atMost();
        out.yes(atMost != null);
        out.bits(atMost == null ? 0 : atMost);
        write(count.within(), out);
        out.text(count.distinct());
    }

    private static void write(Signal.Said said, PackOutput out) {
        out.number(SAID);
        out.later(() -> writeGroups(said.about(), out));
        out.later(() -> writeGroups(said.groups(), out));
        out.later(() -> out.texts(said.unless()));
        out.number(said.within());
        out.texts(said.values());
    }

    private static void writeGroups(List<List<String>> groups, PackOutput out) {
        out.number(groups.size());
        groups.forEach(out::texts);
    }

    static Signal read(PackInput in) {
        int form = in.number();
        return switch (form) {
            case LITERAL -> new Signal.Literal(kinds(in), in.texts(), companions(in), in.text());
            case REGEX ->
                    new Signal.Regex(
                            kinds(in), in.texts(), in.texts(), companions(in), in.yes(), in.text());
            case CODE ->
                    new Signal.Code(
                            kinds(in),
                            codes(in),
                            new UnreadList<>(in.later(), SignalBinary::wordings),
                            in.texts(),
                            companions(in),
                            in.text());
            case JSON ->
                    new Signal.Json(
                            kinds(in),
                            in.text(),
                            PredicateBinary.read(in),
                            in.textMap(),
                            in.text());
            case EVENT ->
                    new Signal.Event(
                            in.textOrNull(), in.textOrNull(), numbers(in), in.textMap(), in.text());
            case REGISTRY ->
                    new Signal.Registry(in.text(), in.text(), PredicateBinary.read(in), in.text());
            case FACT -> new Signal.Fact(in.text(), PredicateBinary.read(in), in.text());
            case VERSION -> new Signal.Version(in.text(), in.text(), in.text());
            case ABSENT -> new Signal.Absent(in.text(), new SourceKind(in.text()), in.text());
            case COUNT ->
                    new Signal.Count(
                            in.text(),
                            in.bits(),
                            numberOrNull(in),
                            span(in),
                            in.textOrNull(),
                            in.text());
            case SEQUENCE -> new Signal.Sequence(in.texts(), span(in), in.text());
            case COMPARE ->
                    new Signal.Compare(in.text(), in.text(), in.text(), span(in), in.text());
            case SAID ->
                    new Signal.Said(
                            new UnreadList<>(in.later(), SignalBinary::groups),
                            new UnreadList<>(in.later(), SignalBinary::groups),
                            new UnreadList<>(in.later(), PackInput::texts),
                            in.number(),
                            in.texts(),
                            in.text());
            default -> throw new IllegalStateException("a form of signal nobody wrote");
        };
    }

    private static void write(Companions companions, PackOutput out) {
        out.texts(companions.with());
        out.texts(companions.without());
    }

    private static List<List<String>> groups(PackInput in) {
        int count = in.number();
        List<List<String>> groups = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            groups.add(in.texts());
        }
        return groups;
    }

    private static Companions companions(PackInput in) {
        return new Companions(in.texts(), in.texts());
    }

    static void write(List<Wording> wordings, PackOutput out) {
        out.number(wordings.size());
        for (Wording wording : wordings) {
            out.text(wording.text());
            out.texts(wording.anchors());
        }
    }

    static List<Wording> wordings(PackInput in) {
        int count = in.number();
        List<Wording> wordings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            wordings.add(new Wording(in.text(), in.texts()));
        }
        return wordings;
    }

    static void writeCodes(List<ErrorCode> codes, PackOutput out) {
        out.number(codes.size());
        for (ErrorCode code : codes) {
            Integer hresult = code.hresult();
            out.yes(hresult != null);
            out.bits(hresult == null ? 0 : hresult);
            Integer small = code.small();
            out.yes(small != null);
            out.bits(small == null ? 0 : small);
            out.texts(code.symbols());
        }
    }

    static List<ErrorCode> codes(PackInput in) {
        int count = in.number();
        List<ErrorCode> codes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            codes.add(new ErrorCode(numberOrNull(in), numberOrNull(in), in.texts()));
        }
        return codes;
    }

    private static @Nullable Integer numberOrNull(PackInput in) {
        boolean there = in.yes();
        int value = in.bits();
        return there ? value : null;
    }

    private static Set<Integer> numbers(PackInput in) {
        int count = in.number();
        Set<Integer> numbers = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            numbers.add(in.bits());
        }
        return numbers;
    }

    private static Set<SourceKind> kinds(PackInput in) {
        int count = in.number();
        if (count == 0) {
            return Set.of();
        }
        SourceKind[] kinds = new SourceKind[count];
        for (int i = 0; i < count; i++) {
            kinds[i] = new SourceKind(in.text());
        }
        return Set.of(kinds);
    }

    private static void write(@Nullable Duration span, PackOutput out) {
        out.text(span == null ? null : span.toString());
    }

    private static @Nullable Duration span(PackInput in) {
        String written = in.textOrNull();
        return written == null ? null : Duration.parse(written);
    }
}
