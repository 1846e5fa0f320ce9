package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.SubmitWindow;
import dev.primegate.broker.kit.Pass;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Sends orders to Alpaca. */
@Singleton
class AlpacaGateway implements OrderGateway {
    /** The lease, a sign-on, and what a server may allow tokens beyond their end. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** What is sent has no time of its own in it; it runs out with its token. */
    private static final SubmitWindow WINDOW =
            new SubmitWindow(
                    AlpacaSignOn.LONGEST_LIFE.plus(GRACE),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5));

    private final AlpacaCalls calls;
    private final Clock clock;

    AlpacaGateway(AlpacaCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public BrokerId broker() {
        return AlpacaMapping.BROKER;
    }

    @Override
    public SubmitWindow window() {
        return WINDOW;
    }

    @Override
    public RateLimit rate() {
        return calls.rate();
    }

    @Override
    public Preparation prepare(NewOrder order, Instrument instrument, Instant now) {
        return AlpacaRequest.unsupported(order, instrument)
                .<Preparation>map(Preparation.Unsupported::new)
                .orElseGet(() ->
                        new Preparation.Prepared(
                                now, Map.of(), AlpacaRequest.json(order, instrument)));
    }

    @Override
    public SendOutcome send(Admission.Admitted admitted, Preparation.Prepared request) {
        Order order = admitted.order();
        return switch (calls.pass()) {
            case Pass.Shut(String why) -> new SendOutcome.NotSent("no token: " + why);
            case Pass.Open pass ->
                    clock.instant().isBefore(order.attempt().lease())
                            ? AlpacaAnswers.toCreate(
                                    calls.createOrder(pass, request.body()), order.id())
                            : new SendOutcome.NotSent("a token came after the order's lease");
        };
    }

    @Override
    public CancelOutcome cancel(Order order) {
        Optional<BrokerOrderId> id = order.progress().reports().brokerOrderId();
        return id.isEmpty()
                ? new CancelOutcome.Unknown("the broker's id of the order is not known yet")
                : AlpacaAnswers.toCancel(calls.cancelOrder(id.get().text()));
    }
}
