package latchkey.analyzer.format;

import java.util.Locale;

/**
 * One value of a document.
 *
 * @param path steps with {@code /}; {@code !} marks a document inside a string
 * @param value the decoded value; numbers, booleans and null as they are written
 * @param offset where the value stands in the page
 * @param end where it ends
 */
record Leaf(String path, String value, int offset, int end) {
    private static final String SEALED = "protectedsettings";

    /** The last step of the path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path of what holds the value. */
    String parent() {
        return parentOf(path);
    }

    /** Whether the value is a secret that must not leave the file. */
    boolean isSealed() {
        if (value.isEmpty() || value.equals("null")) {
            return false;
        }
        String lower = (path + "/").toLowerCase(Locale.ROOT).replace("!", "");
        return lower.contains("/" + SEALED + "/") || lower.endsWith("password/");
    }

    boolean isNamed(String name) {
        return name().equalsIgnoreCase(name);
    }

    static String parentOf(String path) {
        int cut = path.lastIndexOf('/');
        String parent = cut < 0 ? "" : path.substring(0, cut);
        return parent.endsWith("!") ? parent.substring(0, parent.length() - 1) : parent;
    }
}
