package dev.primegate.simulator.coinbaseprime;

import dev.primegate.simulator.engine.Kind;
import dev.primegate.simulator.engine.Lifetime;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.wire.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prime's words and the engine's. Sides, statuses and most types happen to be the same words. */
final class Words {
    static final List<String> SIDES = names(Side.values());
    static final List<String> SIMULATED_TYPES = names(Kind.values());
    static final List<String> TYPES =
            List.of("MARKET", "LIMIT", "TWAP", "BLOCK", "VWAP", "STOP_LIMIT", "RFQ", "PEG");
    static final List<String> STATUSES =
            List.of("OPEN", "FILLED", "CANCELLED", "EXPIRED", "FAILED", "PENDING");

    private static final Map<String, Lifetime> LIFETIMES =
            Map.of(
                    "GOOD_UNTIL_DATE_TIME", Lifetime.UNTIL_TIME,
                    "GOOD_UNTIL_CANCELLED", Lifetime.UNTIL_CANCELLED,
                    "IMMEDIATE_OR_CANCEL", Lifetime.IMMEDIATE_OR_CANCEL,
                    "FILL_OR_KILL", Lifetime.FILL_OR_KILL);

    private Words() {}

    static Kind kind(String type) {
        oneOf("type", type, TYPES);
        if (!SIMULATED_TYPES.contains(type)) {
            throw RefusedException.badRequest("type " + type + " is not simulated");
        }
        return Kind.valueOf(type);
    }

    static Side side(String side) {
        return Side.valueOf(oneOf("side", side, SIDES));
    }

    static Optional<Lifetime> lifetime(Optional<String> timeInForce) {
        return timeInForce.map(word ->
                LIFETIMES.get(oneOf("time_in_force", word, List.copyOf(LIFETIMES.keySet()))));
    }

    static String timeInForce(Lifetime lifetime) {
        return LIFETIMES.entrySet().stream()
                .filter(entry -> entry.getValue() == lifetime)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Gives {@code word} back if it is one of {@code words}, and refuses it otherwise. */
    static String oneOf(String field, String word, List<String> words) {
        if (!words.contains(word)) {
            throw RefusedException.badRequest(
                    field
                            + " must be one of "
                            + words.stream().sorted().toList()
                            + ", not "
                            + word);
        }
        return word;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
