package dev.primegate.ingest.signature;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A webhook as it came: its headers, and its bytes, untouched, for those are what was signed. */
public final class Delivery {
    private final Function<String, Optional<String>> headers;
    private final byte[] body;

    /**
     * Takes the bytes as they are, without a copy.
     *
     * @param headers finds a header by its name in lower case; several of a name are one, with
     *     commas between
     */
    public Delivery(Function<String, Optional<String>> headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    /** A header that is not empty; names have no case. */
    public Optional<String> header(String name) {
        return headers.apply(name.toLowerCase(Locale.ROOT)).filter(value -> !value.isEmpty());
    }

    public byte[] body() {
        return body;
    }
}
