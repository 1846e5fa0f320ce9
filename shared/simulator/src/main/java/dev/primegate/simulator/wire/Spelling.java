package dev.primegate.simulator.wire;

import java.util.Locale;
import java.util.regex.Pattern;

/** The two spellings of a name: {@code base_quantity} and {@code baseQuantity}. */
final class Spelling {
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private Spelling() {}

    static String snake(String name) {
        return CAPITAL.matcher(name)
                .replaceAll(capital -> "_" + capital.group().toLowerCase(Locale.ROOT));
    }
}
