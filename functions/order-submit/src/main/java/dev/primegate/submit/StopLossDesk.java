package dev.primegate.submit;

import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Position;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.order.TimeInForce;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import dev.primegate.submit.StopLossConfig.Direction;
import dev.primegate.submit.StopLossConfig.Trigger;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Sees whether a stop-loss fires, and what it would send. */
@Singleton
class StopLossDesk {
    private final RiskConfig risk;
    private final References references;
    private final Ledger ledger;
    private final SymbolMaster symbols;

    StopLossDesk(RiskConfig risk, References references, Ledger ledger, SymbolMaster symbols) {
        this.risk = risk;
        this.references = references;
        this.ledger = ledger;
        this.symbols = symbols;
    }

    /** What there is to see. */
    sealed interface Finding {
        /** No position that the trigger protects, or a price on the right side of it. */
        record Quiet() implements Finding {}

        /** There is a position, and no fresh price to judge it by. */
        record Blind(String why) implements Finding {}

        record Crossed(NewOrder order) implements Finding {}
    }

    Finding look(Trigger trigger, Instant now) {
        Instrument instrument = symbols.get(new Symbol(trigger.symbol()));
        Decimal10 held = held(trigger);
        Decimal10 exposed = trigger.direction() == Direction.BELOW ? held : held.negated();
        // Down, so that the order does not do more than reduce.
        Decimal10 quantity = exposed.minus(rest(exposed, instrument.quantityStep()));
        if (quantity.signum() <= 0) {
            return new Finding.Quiet();
        }
        Optional<Reference> reference =
                references
                        .latest(instrument.symbol())
                        .filter(r -> r.isFresh(now, risk.referenceMaxAge()));
        if (reference.isEmpty()) {
            return new Finding.Blind("no fresh reference price of " + instrument.symbol());
        }
        return isCrossed(trigger, reference.get().price().amount())
                ? new Finding.Crossed(order(trigger, quantity, now))
                : new Finding.Quiet();
    }

    static ClOrdId clOrdId(Trigger trigger, Instant now) {
        String day =
                DateTimeFormatter.BASIC_ISO_DATE.format(now.atOffset(ZoneOffset.UTC).toLocalDate());
        return new ClOrdId("stop-" + trigger.id() + "-" + day);
    }

    static OrderId orderId(Trigger trigger, Instant now) {
        return OrderId.of(
                new Tenant(trigger.tenant()),
                new Account(trigger.account()),
                clOrdId(trigger, now));
    }

    private static boolean isCrossed(Trigger trigger, Decimal10 price) {
        int side = price.compareTo(Decimal10.exactly(trigger.price()));
        return trigger.direction() == Direction.BELOW ? side <= 0 : side >= 0;
    }

    private static Decimal10 rest(Decimal10 quantity, Decimal10 step) {
        return new Decimal10(quantity.units().mod(step.units()));
    }

    /** At all brokers. */
    private Decimal10 held(Trigger trigger) {
        return ledger
                .positions(new Tenant(trigger.tenant()), new Account(trigger.account()))
                .stream()
                .filter(position -> position.symbol().text().equals(trigger.symbol()))
                .map(Position::quantity)
                .reduce(Decimal10.ZERO, Decimal10::plus);
    }

    private static NewOrder order(Trigger trigger, Decimal10 quantity, Instant now) {
        return new NewOrder(
                new Tenant(trigger.tenant()),
                new Account(trigger.account()),
                clOrdId(trigger, now),
                new Symbol(trigger.symbol()),
                trigger.direction() == Direction.BELOW ? Side.SELL : Side.BUY,
                new OrderSize.Units(new Quantity(quantity)),
                new OrderTerms.Market(trigger.maxSlippageBps(), Optional.empty()),
                TimeInForce.IOC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "stop-loss",
                "primegate",
                Optional.empty());
    }
}
