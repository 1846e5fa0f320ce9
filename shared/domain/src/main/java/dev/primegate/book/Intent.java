package dev.primegate.book;

import dev.primegate.audit.Happening;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.order.Admission;
import dev.primegate.order.Denial;
import dev.primegate.order.Exposure;
import dev.primegate.order.Order;
import dev.primegate.risk.Limits;
import dev.primegate.risk.RiskCheck;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An order about to be admitted: checked, signed, not yet written down.
 *
 * @param limits what its account may do; the book holds its headroom against them
 * @param checks what it has passed so far
 * @param requestHash SHA-256 of the bytes that will be sent, in hex
 * @param duplicateWindow how long another order that looks the same is refused; zero for never
 * @param reduceOnly whether it is admitted only if it makes the position smaller, open orders
 *     included
 */
public record Intent(
        Order order,
        Limits limits,
        List<RiskCheck> checks,
        String requestHash,
        Duration duplicateWindow,
        boolean reduceOnly) {

    public Intent(
            Order order,
            Limits limits,
            List<RiskCheck> checks,
            String requestHash,
            Duration duplicateWindow) {
        this(order, limits, checks, requestHash, duplicateWindow, false);
    }

    /**
     * The same intent, for an order that goes another way.
     *
     * @param nextHash of the bytes that will be sent there
     */
    public Intent rerouted(Order next, String nextHash) {
        return new Intent(next, limits, checks, nextHash, duplicateWindow, reduceOnly);
    }

    /** The same, admitted only if it makes the position smaller. */
    public Intent reducing() {
        return new Intent(order, limits, checks, requestHash, duplicateWindow, true);
    }

    /** Why an order is denied whose quote another takes. */
    public static Denial quoteTaken(String by) {
        return Denial.of("quote-taken", "the quote is taken by order " + by);
    }

    /** The first entry of the order's history. */
    public HistoryEntry entry() {
        return entry(
                HistoryEntry.START, order.request().trader(), new Happening("ADMITTED", facts()));
    }

    /**
     * The entry of an order that goes another way.
     *
     * @param unsent as it was admitted for the broker that it never reached
     */
    public HistoryEntry entry(Admission.Admitted unsent, String by, String why) {
        return entry(
                unsent.historyHash(),
                by,
                new Happening("REROUTED", facts())
                        .with("from", unsent.order().route().broker().name())
                        .with("unsentBecause", why));
    }

    private SortedMap<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("broker", order.route().broker().name());
        facts.put("routeReason", order.route().reason());
        facts.put("meaning", order.request().meaning());
        facts.put("requestHash", requestHash);
        facts.put("attempt", Integer.toString(order.attempt().number()));
        facts.put("release", Long.toString(order.attempt().release()));
        facts.put("signedAt", order.attempt().signedAt().toString());
        facts.put("reservedQuantity", order.reservation().quantity().toString());
        facts.put("reservedNotional", order.reservation().notional().toString());
        order.attempt().traceId().ifPresent(trace -> facts.put("traceId", trace));
        order.expectation()
                .ifPresent(expected -> facts.put("expectedPx", expected.price().toString()));
        if (reduceOnly) {
            facts.put("reduceOnly", "true");
        }
        order.request().terms().quote().ifPresent(quote -> facts.put("quoteId", quote.text()));
        for (RiskCheck check : checks) {
            facts.put("check." + check.name(), "%s of %s".formatted(check.actual(), check.limit()));
        }
        return facts;
    }

    private HistoryEntry entry(String previousHash, String by, Happening happening) {
        return HistoryEntry.after(
                previousHash,
                order.id(),
                order.version(),
                order.lastUpdateTime(),
                by,
                happening,
                order.status());
    }

    public Exposure exposure() {
        return Exposure.of(order);
    }
}
