package dev.primegate.comparison;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of a file, as bytes where they lie, so that those nobody wants cost next to nothing.
 */
final class Lines implements Closeable {
    private static final int AT_ONCE = 1 << 16;

    private final InputStream file;
    private byte[] bytes = new byte[AT_ONCE];
    // Of the line.
    private int begin;
    private int end = -1;
    // Of what was read.
    private int limit;

    Lines(Path file) throws IOException {
        this.file = Files.newInputStream(file);
    }

    /** Goes to the next line, if there is one. */
    boolean next() throws IOException {
        begin = end + 1;
        end = begin;
        while (true) {
            while (end < limit) {
                if (bytes[end] == '\n') {
                    return true;
                }
                end++;
            }
            if (!more()) {
                return begin < end;
            }
        }
    }

    /**
     * Puts what stands before the first comma into {@code text}, if it is plain.
     *
     * @return how long it is, or -1 if it is quoted, not ASCII, longer, or has no comma
     */
    int head(char[] text) {
        int most = Math.min(end - begin, text.length);
        for (int i = 0; i < most; i++) {
            byte at = bytes[begin + i];
            if (at == ',') {
                return i;
            }
            if (at < 0 || at == '"') {
                return -1;
            }
            text[i] = (char) at;
        }
        return -1;
    }

    /** The line, without its end, of either kind. */
    String text() {
        int last = end > begin && bytes[end - 1] == '\r' ? end - 1 : end;
        return new String(bytes, begin, last - begin, StandardCharsets.UTF_8);
    }

    /** Reads on, the line at the beginning. */
    private boolean more() throws IOException {
        int kept = Math.max(limit - begin, 0);
        if (kept == bytes.length) {
            bytes = Arrays.copyOf(bytes, kept * 2);
        } else if (kept > 0) {
            System.arraycopy(bytes, begin, bytes, 0, kept);
        }
        int read = file.read(bytes, kept, bytes.length - kept);
        begin = 0;
        end = kept;
        limit = kept + Math.max(read, 0);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
