package dev.primegate.audit;

import dev.primegate.money.Quantity;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderEvent;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an event is called in the history, and what there is to say of it. */
public record Happening(String event, SortedMap<String, String> facts) {

    public static Happening of(OrderEvent event) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("at", event.at().toString());
        String name =
                switch (event) {
                    case OrderEvent.Executed(Execution execution) -> executed(execution, facts);
                    case OrderEvent.Busted busted -> {
                        facts.put("execId", busted.execId().text());
                        facts.put("reason", busted.reason());
                        yield "EXECUTION_BUSTED";
                    }
                    case OrderEvent.Reported reported -> {
                        facts.put("reportedStatus", reported.status().name());
                        reported.brokerOrderId()
                                .ifPresent(id -> facts.put("brokerOrderId", id.text()));
                        reported.cumQty()
                                .map(Quantity::toString)
                                .ifPresent(q -> facts.put("reportedCumQty", q));
                        reported.text().ifPresent(text -> facts.put("text", text));
                        yield "REPORTED";
                    }
                    case OrderEvent.Doubted(_, String doubt) -> {
                        facts.put("doubt", doubt);
                        yield "DOUBTED";
                    }
                    case OrderEvent.NotSent(_, String reason) -> {
                        facts.put("reason", reason);
                        yield "NOT_SENT";
                    }
                    case OrderEvent.NeverArrived(_, _, String proof) -> {
                        facts.put("proof", proof);
                        yield "NEVER_ARRIVED";
                    }
                    case OrderEvent.CancelRequested(_, String by) -> {
                        facts.put("requestedBy", by);
                        yield "CANCEL_REQUESTED";
                    }
                    case OrderEvent.CancelRefused(_, String reason) -> {
                        facts.put("reason", reason);
                        yield "CANCEL_REFUSED";
                    }
                };
        return new Happening(name, facts);
    }

    /** The same, with one more thing to say. */
    public Happening with(String name, String fact) {
        SortedMap<String, String> more = new TreeMap<>(facts);
        more.put(name, fact);
        return new Happening(event, more);
    }

    private static String executed(Execution execution, SortedMap<String, String> facts) {
        facts.put("execId", execution.id().text());
        facts.put("lastQty", execution.lastQty().toString());
        facts.put("lastPx", execution.lastPx().toString());
        execution.fee().ifPresent(fee -> facts.put("fee", fee.toString()));
        execution.corrects().ifPresent(id -> facts.put("corrects", id.text()));
        facts.put("received", execution.received());
        return "EXECUTED";
    }
}
