package dev.primegate.dynamodb;

import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which headroom items carry a halt. Every order takes from two: its account's, where halts of all,
 * a broker or an account stand, and its account's in the instrument, where halts of a symbol stand
 * and everything that only reduces, because the position is known there.
 */
final class HaltReach {
    static final String HALTED = "halted";
    static final String REDUCING = "reducing";

    private HaltReach() {}

    /** The attribute, a string set of scopes, that says it. */
    static String attribute(TradingState state) {
        return switch (state) {
            case HALTED -> HALTED;
            case REDUCING -> REDUCING;
            case ACTIVE ->
                    throw new IllegalArgumentException("nothing says that a scope is active");
        };
    }

    /** Whether {@code scope}, in {@code state}, is written on the item {@code pk}. */
    static boolean reaches(HaltScope scope, TradingState state, String pk) {
        boolean ofSymbol = scope.text().startsWith("symbol:");
        boolean onSymbolItems = ofSymbol || state == TradingState.REDUCING;
        if (onSymbolItems != isOfSymbol(pk)) {
            return false;
        }
        String name = scope.text().substring(scope.text().indexOf(':') + 1);
        if (ofSymbol) {
            return pk.endsWith(":" + name);
        }
        return !scope.text().startsWith("account:")
                || pk.startsWith("R#" + name + (onSymbolItems ? ":" : "#"));
    }

    /** Those of {@code scopes} that must stand on the item {@code pk}. */
    static Set<String> on(String pk, TradingState state, Collection<String> scopes) {
        return scopes.stream()
                .filter(scope -> reaches(new HaltScope(scope), state, pk))
                .collect(Collectors.toSet());
    }

    static List<String> reached(HaltScope scope, TradingState state, Collection<String> pks) {
        return pks.stream().filter(pk -> reaches(scope, state, pk)).sorted().toList();
    }

    static boolean isOfSymbol(String pk) {
        return pk.indexOf(':') >= 0;
    }
}
