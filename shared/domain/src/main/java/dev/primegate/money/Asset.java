package dev.primegate.money;

import java.util.regex.Pattern;

/** A currency or token by its code: an ISO 4217 code or a venue's ticker, such as {@code BTC}. */
public record Asset(String code) implements Comparable<Asset> {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,20}");

    public Asset {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not an asset code: " + code);
        }
    }

    @Override
    public int compareTo(Asset other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
