package dev.primegate.broker.coinbaseprime;

import static dev.primegate.ledger.MarginState.Level.CALLED;
import static dev.primegate.ledger.MarginState.Level.CLEAR;
import static dev.primegate.ledger.MarginState.Level.DEFICIT;
import static dev.primegate.ledger.MarginState.Level.LIQUIDATING;
import static dev.primegate.ledger.MarginState.Level.URGENT;

import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.MarginState.Level;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prime's words on margin in ours; the worst of its three says how it stands. */
final class MarginMapping {
    private static final Asset USD = new Asset("USD");

    private MarginMapping() {}

    static MarginState state(PrimeMessages.MarginOverview overview, Instant at) {
        Level worst =
                Stream.of(
                                call(overview.callStatus()),
                                level(overview.marginLevel()),
                                control(overview.controlStatus()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return new MarginState(worst, calls(overview), shortfall(overview.marginSummary()), at);
    }

    static Level call(@Nullable String status) {
        return switch (status) {
            case "ENTITY_NO_CALL" -> CLEAR;
            case "ENTITY_OPEN_STANDARD_CALL", "ENTITY_OPEN_DEBIT_CALL" -> CALLED;
            case "ENTITY_OPEN_URGENT_CALL", "ENTITY_AGED_CALL" -> URGENT;
            case null, default -> throw unreadable("call_status", status);
        };
    }

    static Level level(@Nullable String level) {
        return switch (level) {
            case "HEALTHY_THRESHOLD" -> CLEAR;
            case "DEFICIT_THRESHOLD", "WARNING_THRESHOLD" -> DEFICIT;
            case "URGENT_MARGIN_CALL_THRESHOLD" -> URGENT;
            case "LIQUIDATION_THRESHOLD" -> LIQUIDATING;
            case null, default -> throw unreadable("margin_level", level);
        };
    }

    /** Without withdrawals one may still trade. */
    static Level control(@Nullable String status) {
        return switch (status) {
            case "TRADES_AND_WITHDRAWALS", "TRADES_ONLY" -> CLEAR;
            case "SESSION_LOCKED" -> LIQUIDATING;
            case null, default -> throw unreadable("control_status", status);
        };
    }

    private static Set<String> calls(PrimeMessages.MarginOverview overview) {
        Set<String> ids = new TreeSet<>();
        List<PrimeMessages.MarginCall> calls =
                overview.activeMarginCalls() == null ? List.of() : overview.activeMarginCalls();
        for (PrimeMessages.MarginCall call : calls) {
            String id = call.marginCallId();
            if (id == null || id.isEmpty()) {
                throw unreadable("margin_call_id", id);
            }
            ids.add(id);
        }
        return ids;
    }

    /** Equity less what is required: what is below zero is missing. */
    private static Optional<Money> shortfall(PrimeMessages.@Nullable MarginSummary summary) {
        return summary == null
                ? Optional.empty()
                : PrimeMapping.number("margin_excess_shortfall", summary.marginExcessShortfall())
                        .filter(excess -> excess.signum() < 0)
                        .map(Decimal10::negated)
                        .map(missing -> new Money(missing, USD));
    }

    private static UnreadableException unreadable(String field, @Nullable String found) {
        return new UnreadableException(
                "unknown %s: %s".formatted(field, Answer.clip("" + found)), null);
    }
}
