package dev.primegate.statement;

import dev.primegate.order.Digest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file as it came: its name and what is in it, which nothing here changes. */
public final class StatementFile {
    /** A larger one is refused before it is read: a day of a fund fits a hundred times. */
    public static final int MOST_BYTES = 32 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final byte[] content;

    public StatementFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public int size() {
        return content.length;
    }

    /** SHA-256 of the bytes, in lower-case hex. */
    public String hash() {
        return Digest.hexOf(content);
    }

    InputStream open() {
        return new ByteArrayInputStream(content);
    }

    boolean begins(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The last place of {@code bytes} that is not before {@code first}; below zero if none is. */
    int lastPlaceOf(byte[] bytes, int first) {
        for (int place = content.length - bytes.length; place >= Math.max(0, first); place--) {
            if (Arrays.equals(content, place, place + bytes.length, bytes, 0, bytes.length)) {
                return place;
            }
        }
        return -1;
    }

    /** A number of two bytes, lowest first, at {@code place}. */
    int twoBytes(int place) {
        return (content[place] & 0xff) | (content[place + 1] & 0xff) << 8;
    }

    /** The text, without a byte order mark. */
    String text() {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(content))
                            .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadFileException("it is no UTF-8 text", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
