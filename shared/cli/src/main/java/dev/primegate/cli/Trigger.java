package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes something happen, from the order to the simulated broker's word, to be listened to. */
@Command(
        name = "trigger",
        description = {
            "Make something happen at the simulated broker, with an order of its own.",
            "See it with listen, in another terminal. For the rest of what can happen see sim."
        })
final class Trigger implements Verb {
    /** What becomes of the order, and how its submit ends then. */
    enum What {
        /** It trades with the market. */
        FILL(Exit.OK),
        /** It rests, and half of it trades. */
        PARTIAL_FILL(Exit.OK),
        /** It rests, and is cancelled. */
        CANCEL(Exit.OK),
        /** The broker refuses it. */
        REJECT(Exit.FINDING),
        /** The broker takes it, and its answer is lost. */
        UNKNOWN(Exit.FINDING),
        /** The broker answers after a second. */
        LATE(Exit.OK),
        /** The market falls by a tenth at once; there is no order. */
        GAP(Exit.OK);

        private final Exit submitted;

        What(Exit submitted) {
            this.submitted = submitted;
        }

        /** Of an order whose answer is lost, the broker's feed may have told by then. */
        boolean isDone(Exit exit) {
            return exit == submitted || (this == UNKNOWN && exit == Exit.OK);
        }

        /** By its name in lower case, with a hyphen. */
        static What of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static final BigDecimal ABOVE = new BigDecimal("1.01");
    private static final BigDecimal BELOW = new BigDecimal("0.95");
    private static final BigDecimal GAP = new BigDecimal("0.9");
    private static final BigDecimal TWO = new BigDecimal(2);
    private static final int CENTS = 2;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Desk desk;

    @Mixin Simulated sim;
    @Mixin Caution caution = new Caution();

    @Parameters(
            paramLabel = "EVENT",
            description = "fill, partial-fill, cancel, reject, unknown, late or gap.")
    What what = What.FILL;

    @Option(names = "--account", required = true)
    String account = "";

    @Option(names = "--symbol", defaultValue = "BTC-USD", description = "${DEFAULT-VALUE}.")
    String symbol = "";

    @Option(names = "--qty", defaultValue = "0.01", description = "${DEFAULT-VALUE}.")
    BigDecimal quantity = BigDecimal.ZERO;

    Trigger(Desk desk) {
        this.desk = desk;
        this.sim = new Simulated(desk);
    }

    @Override
    public Exit run() throws InterruptedException {
        BigDecimal bid = sim.bid(symbol);
        return switch (what) {
            case FILL -> submit(times(bid, ABOVE));
            case PARTIAL_FILL -> rest(times(bid, BELOW), this::fillHalf);
            case CANCEL -> rest(times(bid, BELOW), this::cancel);
            case REJECT -> meet("reject", times(bid, BELOW));
            case UNKNOWN -> meet("cutAfterAccept", times(bid, BELOW));
            case LATE -> meet("delayAfterAccept", times(bid, BELOW));
            case GAP -> sim.tell("market", market(times(bid, GAP)), caution.dryRun);
        };
    }

    /** What happens to an order of ours that rests. */
    @FunctionalInterface
    private interface Then {
        Exit happen(String orderId, BigDecimal price);
    }

    private Exit meet(String fault, BigDecimal price) {
        ObjectNode body = Json.object().put("fault", fault).put("times", 1);
        if (what == What.LATE) {
            body.put("delay_ms", 1000);
        }
        Exit told = sim.tell("faults", body, caution.dryRun);
        return told == Exit.OK ? submit(price) : told;
    }

    private Exit rest(BigDecimal price, Then then) throws InterruptedException {
        Optional<Answer> sent = send(price);
        Exit exit = sent.map(this::shown).orElse(Exit.OK);
        if (exit != Exit.OK || sent.isEmpty()) {
            return exit;
        }
        String orderId = sent.get().text("orderId");
        awaitTaken(orderId);
        return then.happen(orderId, price);
    }

    /** Nothing happens to an order that its broker has not looked at yet. */
    private void awaitTaken(String orderId) throws InterruptedException {
        Instant until = desk.now().plus(LONGEST);
        String path = "/v1/orders/" + Http.part(orderId);
        while (desk.get(path).text("ordStatus").equals("PENDING_NEW")
                && desk.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private Exit fillHalf(String orderId, BigDecimal price) {
        return sim.tell(
                "orders/" + Http.part(orderId) + "/fill",
                Json.object()
                        .put("quantity", quantity.divide(TWO).toPlainString())
                        .put("price", price.toPlainString()),
                false);
    }

    private Exit cancel(String orderId, BigDecimal price) {
        return desk.change(
                Change.of("DELETE", "/v1/orders/" + Http.part(orderId)), caution, Words::order);
    }

    private Exit submit(BigDecimal price) {
        return send(price).map(this::shown).orElse(Exit.OK);
    }

    private Optional<Answer> send(BigDecimal price) {
        return desk.made(Change.of("POST", "/v1/orders", order(desk.freshId(), price)), caution);
    }

    /** OK if it ended as it was meant to. */
    private Exit shown(Answer answer) {
        Exit exit = desk.show(answer, Words::order);
        if (what.isDone(exit)) {
            return Exit.OK;
        }
        return exit == Exit.OK ? Exit.FINDING : exit;
    }

    private JsonNode order(String name, BigDecimal price) {
        return Json.object()
                .put("account", account)
                .put("clOrdId", name)
                .put("symbol", symbol)
                .put("side", "BUY")
                .put("ordType", "LIMIT")
                .put("timeInForce", "GTC")
                .put("orderQty", quantity.toPlainString())
                .put("price", price.toPlainString())
                .put("desk", "trigger")
                .put("trader", "trigger");
    }

    private ObjectNode market(BigDecimal price) {
        return Json.object().put("instrument", symbol).put("price", price.toPlainString());
    }

    /** To the cent below: a simulated price. */
    private static BigDecimal times(BigDecimal price, BigDecimal factor) {
        return price.multiply(factor).setScale(CENTS, RoundingMode.DOWN);
    }
}
