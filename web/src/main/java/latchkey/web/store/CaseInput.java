package latchkey.web.store;

/**
 * One thing handed in.
 *
 * @param name as the person called it; data, never a path
 * @param place file name on disk, made of harmless letters
 */
public record CaseInput(String name, String place, long bytes) {
    private static final int LONGEST = 80;

    public static CaseInput of(String name, long bytes) {
        return new CaseInput(name, place(name), bytes);
    }

    /** Letters, digits and a few marks; the rest of the name is data and stays in the database. */
    private static String place(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < last.length() && safe.length() < LONGEST; i++) {
            char unit = last.charAt(i);
            boolean plain =
                    (unit >= 'a' && unit <= 'z')
                            || (unit >= 'A' && unit <= 'Z')
                            || (unit >= '0' && unit <= '9')
                            || unit == '-'
                            || unit == '_'
                            || (unit == '.' && !safe.isEmpty());
            safe.append(plain ? unit : '_');
        }
        while (!safe.isEmpty() && safe.charAt(safe.length() - 1) == '.') {
            safe.setLength(safe.length() - 1);
        }
        return safe.isEmpty() ? "file" : isDevice(safe.toString()) ? "_" + safe : safe.toString();
    }

    /** Names that Windows opens as devices, whatever follows the dot. */
    private static boolean isDevice(String name) {
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return stem.matches("(?i)con|prn|aux|nul|(com|lpt)[0-9]");
    }
}
