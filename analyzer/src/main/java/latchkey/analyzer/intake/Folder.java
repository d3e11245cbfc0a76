package latchkey.analyzer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Walks a folder in the order of names, without following links. */
final class Folder {
    private static final int DEEPEST = 1_024;

    private final Survey survey;
    private final List<Found> files = new ArrayList<>();
    private long size;

    Folder(Survey survey) {
        this.survey = survey;
    }

    /** A file on disk and what it is called. */
    record Found(Path path, String name, long size) {}

    /**
     * @param inside what the names of its files begin with
     */
    void walk(Path folder, String inside) {
        walk(folder, inside, 0);
    }

    /** Every ordinary file, in the order of the walk. */
    List<Found> files() {
        return List.copyOf(files);
    }

    long size() {
        return size;
    }

    /** A file on disk as it is, not counted against what archives may unpack to. */
    static Member member(Path path, String name) throws IOException {
        byte[] head = new byte[Kind.HEAD];
        int length;
        try (InputStream stream = Files.newInputStream(path)) {
            length = TextStream.fill(stream, head);
        }
        Bytes bytes = Bytes.ofFile(path);
        return new Member(
                name,
                Arrays.copyOf(head, length),
                bytes.size(),
                -1,
                null,
                () -> Files.newInputStream(path),
                bytes);
    }

    private void walk(Path folder, String inside, int depth) {
        if (depth > DEEPEST) {
            survey.refuse(inside, "Folders nested more than " + DEEPEST + " deep are not read.");
            return;
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                if (children.size() >= survey.mostEntries()) {
                    break;
                }
                children.add(child);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            survey.refuse(inside, "The folder cannot be read.");
            return;
        }
        children.sort(Folder::compare);
        for (Path child : children) {
            if (!survey.takesMore(inside)) {
                return;
            }
            survey.counted(inside + name(child));
            child(child, inside + name(child), depth);
        }
    }

    private static int compare(Path a, Path b) {
        int kinds = Boolean.compare(isOrdinary(a), isOrdinary(b));
        return kinds != 0 ? kinds : name(a).compareTo(name(b));
    }

    private void child(Path child, String name, int depth) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(
                            child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                survey.refuse(name, "It is a link and was not followed.");
            } else if (attributes.isDirectory()) {
                walk(child, name + "/", depth + 1);
            } else if (!attributes.isRegularFile()) {
                survey.refuse(name, "It is no ordinary file.");
            } else {
                Member member = member(child, name);
                files.add(new Found(child, name, attributes.size()));
                size += attributes.size();
                String called = survey.unique(name);
                survey.file(new Survey.Place(called, called + "!/", 0), member);
            }
        } catch (IOException e) {
            survey.refuse(name, "It cannot be read.");
        }
    }

    /** Of a whole disk, the limit of entries must not be spent before the agent's own folders. */
    private static boolean isOrdinary(Path child) {
        return !name(child).matches("(?i)WindowsAzure|Packages");
    }

    private static String name(Path child) {
        return String.valueOf(child.getFileName());
    }
}
