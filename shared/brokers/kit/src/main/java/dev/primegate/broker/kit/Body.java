package dev.primegate.broker.kit;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the body of an answer, packed or not, and no more of it than an honest one has. */
final class Body {
    /** How we let a broker pack. */
    static final String GZIP = "gzip";

    /** In bytes, unpacked; far more than the longest page that a broker sends. */
    static final int LONGEST = 16 * 1024 * 1024;

    private Body() {}

    /**
     * Its text; empty if it has none.
     *
     * @throws RuntimeException if it is broken off, longer than {@link #LONGEST}, or packed as
     *     nobody asked for
     */
    static String read(Response response) {
        if (!response.hasEntity()) {
            return "";
        }
        String packing =
                Optional.ofNullable(response.getHeaderString(HttpHeaders.CONTENT_ENCODING))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .orElse("");
        return switch (packing) {
            case "", "identity" -> bounded(response.readEntity(String.class));
            case GZIP, "x-gzip" -> unpacked(response.readEntity(byte[].class));
            default -> throw new IllegalStateException("a body is packed as " + packing);
        };
    }

    private static String bounded(@Nullable String text) {
        if (text == null) {
            return "";
        }
        requireBounded(text.length());
        return text;
    }

    /** JSON, so in UTF-8. */
    private static String unpacked(byte @Nullable [] packed) {
        if (packed == null || packed.length == 0) {
            return "";
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = plain.readNBytes(LONGEST + 1);
            requireBounded(bytes.length);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a body does not unpack", e);
        }
    }

    private static void requireBounded(int length) {
        if (length > LONGEST) {
            throw new IllegalStateException("a body is longer than " + LONGEST + " bytes");
        }
    }
}
