package latchkey.analyzer.format;

import latchkey.analyzer.intake.Item;
import latchkey.analyzer.intake.TextStream;

import java.io.IOException;
import java.io.InputStream;

/** Finds the byte that ends lines: LF, or CR in a file that has no LF at all. */
final class LineEnd {
    private LineEnd() {}

    static byte of(Item item, byte[] start) {
        if (holds(start, start.length, '\n') || !holds(start, start.length, '\r')) {
            return '\n';
        }
        try (InputStream again = item.open()) {
            InputStream utf8 = TextStream.open(again).utf8();
            byte[] block = new byte[64 << 10];
            for (int read = utf8.read(block); read >= 0; read = utf8.read(block)) {
                if (holds(block, read, '\n')) {
                    return '\n';
                }
            }
        } catch (IOException e) {
            return '\r';
        }
        return '\r';
    }

    private static boolean holds(byte[] bytes, int length, char letter) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == letter) {
                return true;
            }
        }
        return false;
    }
}
