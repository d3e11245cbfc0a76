package latchkey.analyzer.intake;

import latchkey.analyzer.intake.Opened.Hashed;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens what the user handed in. A file is named by its path inside the input: {@code Logs/a.log}
 * in vm1.zip, {@code inner.zip!/a.log} in an archive in it, {@code a.log} for a file handed in as
 * such. With several inputs the name of the input comes first: {@code vm1.zip/Logs/a.log}; a plain
 * file is then just its own name. A folder's files are named without the folder. A compressed tar
 * counts as one archive; what a lone compressed {@code a.log.gz} holds is {@code a.log}, and {@code
 * a.log.gz!/a.log} when it lies inside something. Names that occur twice get {@code #2}.
 */
public final class Intake {
    private final Limits limits;

    public Intake(Limits limits) {
        this.limits = limits;
    }

    /**
     * Looks into everything; nothing of what cannot be read is an exception.
     *
     * @param paths files and folders; {@code -} is standard input
     * @param stdin null when there is none
     */
    public Opened open(List<String> paths, @Nullable InputStream stdin) {
        Spool spool = new Spool(limits.heldInMemory());
        Session session =
                new Session(new Survey(limits, spool), spool, paths.size() > 1, new ArrayList<>());
        Map<String, Integer> names = new HashMap<>();
        InputStream unread = stdin;
        for (String path : paths) {
            String base = path.equals("-") ? "stdin" : base(path);
            int number = names.merge(base, 1, Integer::sum);
            String name = number == 1 ? base : base + "#" + number;
            if (path.equals("-")) {
                session.stdin(name, unread, limits.unpackedBytes());
                unread = null;
            } else {
                session.path(name, path);
            }
        }
        return new Opened(session.inputs, session.survey, spool);
    }

    private static String base(String path) {
        try {
            Path name = Path.of(path).toAbsolutePath().normalize().getFileName();
            return name == null ? "root" : name.toString();
        } catch (InvalidPathException e) {
            return path;
        }
    }

    /** One call of open. */
    private record Session(Survey survey, Spool spool, boolean isOneOfMany, List<Hashed> inputs) {
        void path(String name, String written) {
            try {
                Path path = Path.of(written);
                if (Files.isDirectory(path)) {
                    folder(name, path);
                } else if (!Files.exists(path)) {
                    survey.refuse(name, "There is no such file or folder.");
                } else if (!Files.isRegularFile(path)) {
                    survey.refuse(name, "It is no ordinary file.");
                } else {
                    file(name, "", Folder.member(path, name));
                }
            } catch (InvalidPathException e) {
                survey.refuse(name, "There is no such file or folder.");
            } catch (IOException e) {
                survey.refuse(name, Guarded.because(e));
            }
        }

        void stdin(String name, @Nullable InputStream stream, long limit) {
            if (stream == null) {
                survey.refuse(
                        name,
                        "Standard input was asked for and is not there, or was already read.");
                return;
            }
            try {
                Bytes bytes = spool.keep(new Capped(stream, limit));
                byte[] head = new byte[(int) Math.min(Kind.HEAD, bytes.size())];
                try (SeekableByteChannel channel = bytes.open()) {
                    ChannelStream.readAt(channel, 0, head, head.length);
                }
                file(name, "stdin", Member.stored(name, head, bytes, bytes.size()));
            } catch (IOException e) {
                survey.refuse(name, Guarded.because(e));
            }
        }

        private void folder(String name, Path path) {
            Folder folder = new Folder(survey);
            folder.walk(path, isOneOfMany ? name + "/" : "");
            inputs.add(
                    new Hashed(
                            name,
                            "directory",
                            folder.size(),
                            Fingerprint.ofFolder(folder.files())));
        }

        /**
         * @param word kind to show, empty for what the bytes say
         */
        private void file(String name, String word, Member member) throws IOException {
            Bytes bytes = member.direct();
            if (bytes == null) {
                throw new IOException("an input must be readable from any place");
            }
            Kind kind = kind(member.head(), bytes);
            String shown = word.isEmpty() ? kind.word() : word;
            inputs.add(new Hashed(name, shown, bytes.size(), Fingerprint.ofBytes(bytes)));
            survey.counted(name);
            Survey.Place place = new Survey.Place(name, isOneOfMany ? name + "/" : "", 0);
            if (kind == Kind.FILE) {
                survey.file(new Survey.Place(survey.unique(name), place.inside(), 0), member);
            } else {
                survey.archive(place, member, kind);
            }
        }

        /** An archive may have something in front of it, as self-extracting ones do. */
        private static Kind kind(byte[] head, Bytes bytes) throws IOException {
            Kind kind = Kind.of(head);
            if (kind != Kind.FILE) {
                return kind;
            }
            try (SeekableByteChannel channel = bytes.open()) {
                return ZipDirectory.isAtEndOf(channel) ? Kind.ZIP : Kind.FILE;
            }
        }
    }

    /** Standard input has no end of its own. */
    private static final class Capped extends InputStream {
        private final InputStream stream;
        private long left;

        Capped(InputStream stream, long limit) {
            this.stream = stream;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = stream.read(into, offset, length);
            left -= Math.max(0, got);
            if (left < 0) {
                throw new RefusedException(
                        "There is more on standard input than the limit of unpacked bytes allows.");
            }
            return got;
        }
    }
}
