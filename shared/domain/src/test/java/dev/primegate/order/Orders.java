package dev.primegate.order;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Orders and news for tests, and a book of one order that keeps the tape. */
public final class Orders {
    public static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");
    public static final Symbol BTC = new Symbol("BTC-USD");
    static final BrokerId BROKER = new BrokerId("coinbase-prime");

    private Orders() {}

    /** A limit order to buy at 60000. */
    public static NewOrder buy(String clOrdId, String quantity) {
        return request(clOrdId, Side.BUY, new OrderSize.Units(Quantity.of(quantity)));
    }

    public static NewOrder request(String clOrdId, Side side, OrderSize size) {
        return new NewOrder(
                new Tenant("fund"),
                new Account("main"),
                new ClOrdId(clOrdId),
                BTC,
                side,
                size,
                new OrderTerms.Limit(Price.of("60000"), Optional.empty()),
                TimeInForce.GTC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "desk",
                "trader",
                Optional.empty());
    }

    public static Order admitted(NewOrder request) {
        Quantity quantity =
                request.size() instanceof OrderSize.Units(Quantity q) ? q : Quantity.of("1");
        return Order.admitted(
                request,
                new Route(BROKER, "test"),
                new Attempt("owner", T0, T0.plusSeconds(3), T0.plusSeconds(38)),
                new Reservation(
                        quantity,
                        Decimal10.of("60000")
                                .times(quantity.amount(), java.math.RoundingMode.CEILING)),
                T0);
    }

    public static OrderEvent executed(String execId, String quantity, String price) {
        return executed(execId, quantity, price, Optional.empty());
    }

    public static OrderEvent executed(
            String execId, String quantity, String price, Optional<ExecId> corrects) {
        return new OrderEvent.Executed(
                new Execution(
                        new ExecId(execId),
                        BTC,
                        Side.BUY,
                        Quantity.of(quantity),
                        Price.of(price),
                        Optional.empty(),
                        T0.plusSeconds(5),
                        corrects,
                        "00"));
    }

    public static OrderEvent busted(String execId) {
        return new OrderEvent.Busted(new ExecId(execId), T0.plusSeconds(9), "error trade");
    }

    public static OrderEvent reported(OrderStatus status, String cumQty, int second) {
        return new OrderEvent.Reported(
                status,
                Optional.of(new BrokerOrderId("b-1")),
                cumQty.isEmpty() ? Optional.empty() : Optional.of(Quantity.of(cumQty)),
                T0.plusSeconds(second),
                Optional.empty());
    }

    /** One order, and the executions and busts it has booked. */
    public static final class Tape {
        private final Map<ExecId, Execution> booked = new HashMap<>();
        private final Set<ExecId> busted = new HashSet<>();
        private Order order;

        public Tape(Order order) {
            this.order = order;
        }

        public Order order() {
            return order;
        }

        public Transition hear(OrderEvent event) {
            Transition result = order.apply(event, prior(event), T0.plusSeconds(60));
            if (result instanceof Transition.Advanced advanced) {
                order = advanced.order();
                if (event instanceof OrderEvent.Executed(Execution execution)) {
                    booked.put(execution.id(), execution);
                }
                if (event instanceof OrderEvent.Busted bust) {
                    busted.add(bust.execId());
                }
            }
            return result;
        }

        private Prior prior(OrderEvent event) {
            ExecId id =
                    switch (event) {
                        case OrderEvent.Executed(Execution execution) -> execution.id();
                        case OrderEvent.Busted bust -> bust.execId();
                        default -> new ExecId("none");
                    };
            return new Prior(Optional.ofNullable(booked.get(id)), busted.contains(id));
        }
    }
}
