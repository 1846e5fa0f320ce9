package dev.primegate.broker.kit;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a broker's key: {@code primegate-ENVIRONMENT/BROKER/USE}, such as {@code
 * primegate-eu-prod/coinbase-prime/read}. Without an environment it is nobody's, as in the demo.
 *
 * @param environment empty if it names none
 * @param use {@code trade}, or {@code read} for a key that cannot trade
 */
record SecretName(String environment, String broker, String use) {
    private static final Pattern SHAPE =
            Pattern.compile("primegate(?:-([a-z][a-z0-9-]*))?/([a-z][a-z0-9-]*)/(trade|read)");

    /** An environment with one of these words is where money is real. */
    private static final Set<String> REAL = Set.of("prod", "production", "live");

    static SecretName of(String name) {
        Matcher matcher = SHAPE.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "secret %s: expected primegate-ENVIRONMENT/BROKER/trade or .../read"
                            .formatted(name));
        }
        String environment = matcher.group(1);
        return new SecretName(
                environment == null ? "" : environment, matcher.group(2), matcher.group(3));
    }

    boolean isOfProduction() {
        return Arrays.stream(environment.split("-", -1)).anyMatch(REAL::contains);
    }
}
