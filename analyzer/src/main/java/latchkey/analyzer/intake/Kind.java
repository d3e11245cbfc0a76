package latchkey.analyzer.intake;

import java.nio.charset.StandardCharsets;

/** What a file is packed as, told by its first bytes and never by its name. */
enum Kind {
    FILE("file"),
    ZIP("zip"),
    SEVEN_Z("7z"),
    TAR("tar"),
    GZIP("gz"),
    XZ("xz"),
    BZIP2("bz2"),
    CABINET("cab"),
    RAR("rar");

    /** Bytes needed to tell: one tar header. */
    static final int HEAD = 512;

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Whether it packs exactly one stream. */
    boolean isCompressor() {
        return this == GZIP || this == XZ || this == BZIP2;
    }

    static Kind of(byte[] head) {
        if (starts(head, "PK\u0003\u0004")
                || starts(head, "PK\u0005\u0006")
                || starts(head, "PK\u0007\u0008PK")) {
            return ZIP;
        }
        if (starts(head, "7z\u00bc\u00af'\u001c")) {
            return SEVEN_Z;
        }
        if (starts(head, "\u001f\u008b\u0008")) {
            return GZIP;
        }
        if (starts(head, "\u00fd7zXZ\u0000")) {
            return XZ;
        }
        if (starts(head, "BZh")
                && head.length > 9
                && head[4] == '1'
                && head[5] == 'A'
                && head[6] == 'Y') {
            return BZIP2;
        }
        if (starts(head, "MSCF\u0000\u0000\u0000\u0000")) {
            return CABINET;
        }
        if (starts(head, "Rar!\u001a\u0007")) {
            return RAR;
        }
        return TarHeader.isOne(head) ? TAR : FILE;
    }

    private static boolean starts(byte[] head, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
