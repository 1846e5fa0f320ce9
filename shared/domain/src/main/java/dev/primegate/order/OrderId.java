package dev.primegate.order;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Our id of an order, derived from who asks and how they call it: the same request always has the
 * same id, and brokers get it as client order id. 24 characters of base32, within every broker's
 * limit (FIX allows 25).
 */
public record OrderId(String text) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern SHAPE = Pattern.compile("[A-Z2-7]{24}");
    private static final int BYTES = 15;

    public OrderId {
        Text.require(text, SHAPE, "orderId");
    }

    /** Whether {@code text} has the shape of an id. */
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** The id of the order that {@code tenant} calls {@code clOrdId} in {@code account}. */
    public static OrderId of(Tenant tenant, Account account, ClOrdId clOrdId) {
        byte[] hash = Digest.sha256(tenant.name(), account.name(), clOrdId.text());
        StringBuilder text = new StringBuilder(24);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < BYTES; i++) {
            bits = (bits << 8) | (hash[i] & 0xff);
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(ALPHABET.charAt((bits >> held) & 31));
            }
            bits &= (1 << held) - 1;
        }
        return new OrderId(text.toString());
    }

    /** The same id for brokers that insist on a UUID: version 8, 122 of its bits ours. */
    public UUID asUuid() {
        ByteBuffer hash = ByteBuffer.wrap(Digest.sha256(text));
        long high = (hash.getLong() & ~0xf000L) | 0x8000L;
        long low = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }

    @Override
    public String toString() {
        return text;
    }
}
