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

    /** Of the first version, which says nothing of when: it was asked at {@code at}. */
    static MarginState state(PrimeMessages.MarginOverview overview, Instant at) {
        Level worst =
                worst(
                        call(overview.callStatus()),
                        level(overview.marginLevel()),
                        control(overview.controlStatus()));
        return state(worst, calls(overview), overview.marginSummary(), at, "cross_margin v1");
    }

    /** Of the second version, which has a health instead of calls. */
    static MarginState state(PrimeMessages.MarginOverviewV2 overview) {
        Level worst =
                worst(
                        health(overview.healthStatus()),
                        level(overview.marginLevel()),
                        control(overview.controlStatus()));
        return state(
                worst,
                Set.of(),
                overview.marginSummary(),
                PrimeMapping.time(overview.evaluatedAt()),
                "cross_margin v2");
    }

    private static Level worst(Level... levels) {
        return Stream.of(levels).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static MarginState state(
            Level level,
            Set<String> calls,
            PrimeMessages.@Nullable MarginSummary summary,
            Instant at,
            String source) {
        return new MarginState(
                MarginState.Model.CROSS,
                level,
                calls,
                summary == null
                        ? Optional.empty()
                        : usd("margin_requirement", summary.marginRequirement()),
                summary == null
                        ? Optional.empty()
                        : usd("margin_excess_shortfall", summary.marginExcessShortfall()),
                at,
                source);
    }

    /** What Prime has restricted or suspended is not clear, whatever the reason. */
    static Level health(@Nullable String status) {
        return switch (status) {
            case "HEALTH_STATUS_HEALTHY" -> CLEAR;
            case "HEALTH_STATUS_WARNING", "HEALTH_STATUS_IN_DEFICIT", "HEALTH_STATUS_RESTRICTED" ->
                    DEFICIT;
            case "HEALTH_STATUS_CRITICAL" -> URGENT;
            case "HEALTH_STATUS_SUSPENDED",
                    "HEALTH_STATUS_PRE_LIQUIDATION",
                    "HEALTH_STATUS_LIQUIDATING" ->
                    LIQUIDATING;
            case null, default -> throw unreadable("health_status", status);
        };
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

    private static Optional<Money> usd(String what, @Nullable String amount) {
        return PrimeMapping.number(what, amount).map(number -> new Money(number, USD));
    }

    private static UnreadableException unreadable(String field, @Nullable String found) {
        return new UnreadableException(
                "unknown %s: %s".formatted(field, Answer.clip("" + found)), null);
    }
}
