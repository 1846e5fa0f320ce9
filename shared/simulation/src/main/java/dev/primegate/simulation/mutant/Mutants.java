package dev.primegate.simulation.mutant;

import dev.primegate.simulation.mutant.Mutant.Edit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every mutant. What each breaks is in its second line, and in the room's README. */
public final class Mutants {
    private static final String SUBMIT =
            "functions/order-submit/src/main/java/dev/primegate/submit/";
    private static final String RECONCILE =
            "functions/reconcile/src/main/java/dev/primegate/reconcile/";
    private static final String STORE = "shared/dynamodb/src/main/java/dev/primegate/dynamodb/";
    private static final String DOMAIN = "shared/domain/src/main/java/dev/primegate/";
    private static final String PRIME =
            "shared/brokers/coinbase-prime/src/main/java/dev/primegate/broker/coinbaseprime/";

    private Mutants() {}

    public static List<Mutant> all() {
        return Stream.of(
                        sending(),
                        pacing(),
                        rerouting(),
                        admitting(),
                        settling(),
                        booking(),
                        stopping(),
                        FeedMutants.all(),
                        LedgerMutants.all())
                .flatMap(List::stream)
                .toList();
    }

    public static Optional<Mutant> find(String name) {
        return all().stream().filter(mutant -> mutant.name().equals(name)).findFirst();
    }

    private static List<Mutant> sending() {
        return List.of(
                Mutant.of(
                        "retry-the-post",
                        "a send whose answer is lost is sent again",
                        gateway(
                                "case Answer.Broken(String why) -> new SendOutcome.Unknown(why);",
                                "case Answer.Broken(String why) -> send(admitted, request);")),
                Mutant.of(
                        "timeout-is-refusal",
                        "an answer that is lost counts as a refusal",
                        gateway(
                                "case Answer.Broken(String why) -> new SendOutcome.Unknown(why);",
                                "case Answer.Broken(String why) -> new SendOutcome.Refused(why);")),
                Mutant.of(
                        "timeout-is-unsent",
                        "an answer that is lost counts as a request that never left",
                        gateway(
                                "case Answer.Broken(String why) -> new SendOutcome.Unknown(why);",
                                "case Answer.Broken(String why) -> new SendOutcome.NotSent(why);")),
                Mutant.of(
                        "server-error-is-refusal",
                        "a 500 counts as a refusal",
                        new Edit(
                                PRIME + "PrimeAnswers.java",
                                "if (!REFUSALS.contains(answer.status())) {",
                                "if (answer.status() == 200) {")),
                Mutant.of(
                        "timed-out-words-are-refusal",
                        "a 400 that says it timed out counts as a refusal",
                        new Edit(
                                PRIME + "PrimeAnswers.java",
                                "return DOUBTFUL.stream().anyMatch(words::contains)",
                                "return words.isEmpty()")),
                Mutant.of(
                        "doubt-is-not-sent",
                        "an unknown outcome is recorded as never sent",
                        new Edit(
                                SUBMIT + "SendOrder.java",
                                "case SendOutcome.Unknown(String doubt) -> new"
                                        + " OrderEvent.Doubted(now, doubt);",
                                "case SendOutcome.Unknown(String doubt) -> new"
                                        + " OrderEvent.NotSent(now, doubt);")),
                Mutant.of(
                        "sign-at-send",
                        "the request is signed when it is sent, not when it is written down",
                        new Edit(
                                SUBMIT + "SendOrder.java",
                                "clock.instant().isBefore(admitted.order().attempt().lease())",
                                "clock.instant().isAfter(Instant.EPOCH)"),
                        gateway(
                                "calls.createOrder(request.headers(), request.body())",
                                "calls.createOrder(calls.signOrder(calls.clock().instant(), PrimeCalls.ORDER,"
                                        + " request.body()), request.body())"),
                        new Edit(
                                PRIME + "PrimeCalls.java",
                                "    PrimeKey key() {",
                                "    Clock clock() { return clock; }\n\n    PrimeKey key() {")));
    }

    private static List<Mutant> pacing() {
        return List.of(
                Mutant.of(
                        "no-place-needed",
                        "an order is sent though it got no place in the broker's rate",
                        new Edit(
                                SUBMIT + "RateQueue.java",
                                "Optional.of(\"the broker's rate budget is spent\");",
                                "Optional.empty();")),
                Mutant.of(
                        "orders-take-it-all",
                        "orders use up a window of the rate that others need too",
                        new Edit(
                                DOMAIN + "broker/Purpose.java",
                                "return Math.max(1, cap * sharePercent / 100);",
                                "return Math.max(1, cap);"),
                        new Edit(
                                DOMAIN + "broker/Purpose.java",
                                "return Math.max(1, cap * ceilingPercent / 100);",
                                "return Math.max(1, cap * 3);")));
    }

    private static List<Mutant> rerouting() {
        return List.of(
                Mutant.of(
                        "reroute-unknown",
                        "an order whose answer is lost is sent to another broker",
                        new Edit(
                                SUBMIT + "SendOrder.java",
                                "if (!(outcome instanceof SendOutcome.NotSent(String why))) {",
                                "String why = outcome.toString();\n"
                                        + "if (!(outcome instanceof SendOutcome.NotSent"
                                        + " || outcome instanceof SendOutcome.Unknown)) {"),
                        new Edit(
                                SUBMIT + "SendOrder.java",
                                "told(admitted, new SendOutcome.NotSent(why + \"; \" + blocked));",
                                "told(admitted, outcome);")),
                Mutant.of(
                        "reroute-unwritten",
                        "an order is sent to another broker before that is written down",
                        new Edit(
                                SUBMIT + "RuledDetour.java",
                                "book.reroute(unsent, next.intent(), BY, why)",
                                "(Admission) new Admission.Admitted(next.intent().order(),"
                                        + " unsent.historyHash())")));
    }

    private static List<Mutant> admitting() {
        return List.of(
                Mutant.of(
                        "anybody-owns-the-intent",
                        "a repeat takes the first one's admission for its own",
                        new Edit(
                                STORE + "Admissions.java",
                                "return order.attempt().owner()"
                                        + ".equals(intent.order().attempt().owner())",
                                "return order.version() > 0")),
                Mutant.of(
                        "a-repeat-sends",
                        "a repeat of a known order sends it",
                        new Edit(
                                SUBMIT + "SubmitOrder.java",
                                "case Admission.Known(Order known) -> replay(order, known);",
                                "case Admission.Known(Order known) -> sender.send(new"
                                        + " Admission.Admitted(known, \"\"), draft,"
                                        + " place, stop);")),
                Mutant.of(
                        "no-long-limit",
                        "a buy is admitted whatever headroom is left",
                        risk("if (give.buy().signum() < 0) {", "if (give.buy().signum() < -1) {")),
                Mutant.of(
                        "no-short-limit",
                        "a sell is admitted whatever headroom is left",
                        risk(
                                "if (give.sell().signum() < 0) {",
                                "if (give.sell().signum() < -1) {")),
                Mutant.of(
                        "no-notional-limit",
                        "an order is admitted whatever notional is left",
                        risk(".when(\"hN >= %s\", number(need.notional()))", "")),
                Mutant.of(
                        "no-open-order-limit",
                        "an order is admitted however many are open",
                        risk(".when(\"hO >= %s\", number(need.openOrders()))", "")),
                Mutant.of(
                        "halt-outside-the-transaction",
                        "an intent commits though a halt was acknowledged",
                        risk(
                                "for (HaltScope scope : scopes) {",
                                "for (HaltScope scope : List.<HaltScope>of()) {")),
                Mutant.of(
                        "halt-acknowledged-early",
                        "a halt is acknowledged when it is registered, before it is set",
                        new Edit(
                                STORE + "DynamoHalts.java",
                                "items.spread(halt.scope(), halt.state());",
                                "")),
                Mutant.of(
                        "born-open",
                        "an account that is first seen during a halt is not halted",
                        new Edit(
                                STORE + "HeadroomItems.java",
                                "halts.ifPresent(registry -> bear(item, registry));",
                                "")));
    }

    private static List<Mutant> settling() {
        return List.of(
                Mutant.of(
                        "no-quarantine",
                        "an order that is not found at once is declared never arrived",
                        new Edit(
                                RECONCILE + "SettleDoubt.java",
                                "askedAt.isBefore(order.attempt().fence())",
                                "askedAt.isBefore(Instant.EPOCH)")),
                Mutant.of(
                        "fence-without-window",
                        "the fence forgets how long the broker takes an old signature",
                        new Edit(
                                DOMAIN + "broker/SubmitWindow.java",
                                "return signedAt.plus(window).plus(queue)",
                                "return signedAt.plus(queue)")),
                Mutant.of(
                        "history-alone",
                        "absence is concluded without a look at the open orders",
                        new Edit(
                                PRIME + "PrimeReports.java",
                                "if (open.end.isPresent()) {",
                                "if (open.size < 0) {")),
                Mutant.of(
                        "open-orders-alone",
                        "absence is concluded without a look at the history",
                        new Edit(
                                PRIME + "PrimeReports.java",
                                "return history.end.orElseGet(() ->",
                                "return Optional.<Evidence>empty().orElseGet(() ->")),
                Mutant.of(
                        "lookup-without-fills",
                        "what is found at the broker is taken without its fills",
                        new Edit(
                                PRIME + "PrimeReports.java",
                                "boolean filled = reported.cumQty().filter(q -> !q.isNone()).isPresent();",
                                "boolean filled = reported.cumQty().isEmpty();")),
                Mutant.of(
                        "doubt-is-not-due",
                        "nobody looks at an order in doubt",
                        new Edit(
                                DOMAIN + "book/Due.java",
                                "if (!order.status().isOpen()) {",
                                "if (!order.status().isOpen() || order.status()"
                                        + " == dev.primegate.order.OrderStatus.UNKNOWN) {")),
                Mutant.of(
                        "cancel-forgotten",
                        "the cancel of an order in doubt is never sent",
                        new Edit(
                                SUBMIT + "FinishCancels.java",
                                "if (wanted.isPresent()) {",
                                "if (wanted.isPresent() && AT_MOST == 0) {")),
                Mutant.of(
                        "refused-cancel-is-not-looked-at",
                        "after a cancel nobody looks whether the order has ended",
                        new Edit(
                                SUBMIT + "CancelOrder.java",
                                "book.postpone(order.id(), order.version(), Due.lookUp(now.plus(SETTLED)));",
                                ""),
                        new Edit(DOMAIN + "order/OrderStatus.java", "next.add(PENDING_NEW);", "")));
    }

    private static List<Mutant> stopping() {
        return List.of(
                Mutant.of(
                        "reducing-ignored",
                        "while only reducing, what adds to a position is admitted",
                        risk(
                                "update.when(\"((\" + notReducing(update, intent) + \") OR (\" + fits + \"))\");",
                                "String free = notReducing(update, intent);"
                                        + " update.when(\"((\" + free + \") OR NOT (\" + free + \"))\");")),
                Mutant.of(
                        "reduce-only-ignored",
                        "a stop-loss is admitted though it does more than reduce",
                        new Edit(
                                SUBMIT + "SubmitOrder.java",
                                "return submit(order, stop, Intent::reducing);",
                                "return submit(order, stop, UnaryOperator.identity());")),
                Mutant.of(
                        "reducing-acknowledged-early",
                        "reducing is registered, and the items do not hear of it",
                        new Edit(
                                STORE + "DynamoHalts.java",
                                "items.spread(halt.scope(), halt.state());",
                                "if (halt.state() == dev.primegate.risk.TradingState.HALTED)"
                                        + " items.spread(halt.scope(), halt.state());")),
                Mutant.of(
                        "stop-loss-without-its-key",
                        "each run that sees the crossing makes an order of its own",
                        new Edit(
                                SUBMIT + "StopLossDesk.java",
                                "new ClOrdId(\"stop-\" + trigger.id() + \"-\" + day)",
                                "new ClOrdId(\"stop-\" + trigger.id() + \"-\" + day"
                                        + " + now.getEpochSecond())")),
                Mutant.of(
                        "stop-loss-never-fires",
                        "a price that crosses the trigger is not seen",
                        new Edit(
                                SUBMIT + "StopLossDesk.java",
                                "return trigger.direction() == Direction.BELOW ? side <= 0 : side >= 0;",
                                "return side > 1;")),
                Mutant.of(
                        "breaker-never-opens",
                        "orders in doubt halt nothing, however many",
                        new Edit(
                                SUBMIT + "Breaker.java",
                                "if (count >= config.ordersInDoubt()) {",
                                "if (count < 0) {")),
                Mutant.of(
                        "drawdown-not-seen",
                        "an account that lost too much goes on",
                        new Edit(
                                DOMAIN + "risk/Drawdown.java",
                                "if (bps.isEmpty()) {",
                                "if (capital.amount().signum() > 0) {")),
                Mutant.of(
                        "drawdown-not-enforced",
                        "a drawdown limit that was reached halts nothing",
                        new Edit(
                                SUBMIT + "WatchDrawdown.java",
                                "halts.halt(new Halt(scope, reached.state(), BY, why, Optional.empty()));",
                                "")),
                Mutant.of(
                        "halt-not-registered",
                        "a halt is set and not registered, so what is born later is born open",
                        new Edit(
                                STORE + "HaltRegistry.java",
                                "if (!scopes.isEmpty()) {",
                                "if (scopes.isEmpty() && halts.isEmpty()) {")));
    }

    private static List<Mutant> booking() {
        return List.of(
                Mutant.of(
                        "doubt-frees-headroom",
                        "an order in doubt reserves nothing",
                        new Edit(
                                DOMAIN + "order/Exposure.java",
                                "if (!order.status().isOpen()) {",
                                "if (!order.status().isOpen() || order.status()"
                                        + " == OrderStatus.UNKNOWN) {")),
                Mutant.of(
                        "the-end-frees-twice",
                        "an order that ends frees one open order more than it took",
                        new Edit(
                                DOMAIN + "order/Exposure.java",
                                "return new Exposure(Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO, 0, position);",
                                "return new Exposure(Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO, -1, position);")),
                Mutant.of(
                        "an-end-without-its-fills",
                        "an order ends though the broker counts fills that are not here",
                        new Edit(
                                DOMAIN + "order/Closing.java",
                                "return cumQty.isEmpty() || !cumQty.get().exceeds(worked);",
                                "return worked.amount().signum() >= 0;"),
                        new Edit(
                                DOMAIN + "order/Progress.java",
                                "return reports.cumQty().exceeds(worked())",
                                "return reports.cumQty().exceeds(reports.cumQty())")),
                Mutant.of(
                        "no-inbox",
                        "an execution that is told twice is booked twice",
                        new Edit(
                                STORE + "DynamoOrderBook.java",
                                ".map(exec -> items.get(Key.execution(id, exec)))",
                                ".map(exec -> items.get(Key.order(id))).filter(item -> item.has(\"none\"))"),
                        new Edit(
                                STORE + "Postings.java",
                                "Write.putIfAbsent(name, ExecutionItem.write(order, execution))",
                                "Write.put(name, ExecutionItem.write(order, execution))"),
                        new Edit(
                                STORE + "ClaimItem.java",
                                ".orElse(Write.putIfAbsent(table, item))",
                                ".orElse(Write.put(table, item))"),
                        new Edit(
                                STORE + "PositionItem.java",
                                "Write.putIfAbsent(table, LineItem.write(line))",
                                "Write.put(table, LineItem.write(line))")),
                Mutant.of(
                        "lost-update",
                        "an order is written whatever version stands there",
                        new Edit(
                                STORE + "Postings.java",
                                "\"version = :before\"",
                                "\"version >= :before OR version < :before\""),
                        new Edit(
                                STORE + "Postings.java",
                                "writes.add(Write.putIfAbsent(name, HistoryItem.write(posting.entry())));",
                                "writes.add(Write.put(name, HistoryItem.write(posting.entry())));")),
                Mutant.of(
                        "broken-chain",
                        "an entry of the history does not carry the hash before it",
                        new Edit(
                                DOMAIN + "book/Posting.java",
                                "                        found.historyHash(),\n",
                                "                        HistoryEntry.START,\n")),
                Mutant.of(
                        "reported-is-booked",
                        "what the broker counts is taken for filled, fills or not",
                        new Edit(
                                DOMAIN + "order/Progress.java",
                                "    public Quantity worked() {\n        return fills.worked();",
                                "    public Quantity worked() {\n        return fills.worked().max(reports.cumQty());")));
    }

    private static Edit gateway(String before, String after) {
        return new Edit(PRIME + "PrimeGateway.java", before, after);
    }

    private static Edit risk(String before, String after) {
        return new Edit(STORE + "RiskItem.java", before, after);
    }
}
