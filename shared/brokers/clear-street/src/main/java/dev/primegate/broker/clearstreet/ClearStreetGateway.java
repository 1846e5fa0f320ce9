package dev.primegate.broker.clearstreet;

import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.MassCancel;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.SubmitWindow;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Sends orders to Clear Street. */
@Singleton
class ClearStreetGateway implements OrderGateway, MassCancel {
    /**
     * Nothing that Clear Street is sent runs out by its own time, so this proves nothing by itself:
     * {@link ClearStreetReports} calls no order absent before its session is over.
     */
    private static final SubmitWindow WINDOW =
            new SubmitWindow(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final ClearStreetCalls calls;
    private final ClearStreetBatches batches;
    private final ClearStreetConfig config;

    ClearStreetGateway(
            ClearStreetCalls calls, ClearStreetBatches batches, ClearStreetConfig config) {
        this.calls = calls;
        this.batches = batches;
        this.config = config;
    }

    @Override
    public BrokerId broker() {
        return ClearStreetMapping.BROKER;
    }

    @Override
    public SubmitWindow window() {
        return WINDOW;
    }

    @Override
    public RateLimit rate() {
        return calls.rate();
    }

    /** One call may carry a thousand. */
    @Override
    public boolean keepsRate() {
        return true;
    }

    @Override
    public Preparation prepare(NewOrder order, Instrument instrument, Instant now) {
        return ClearStreetRequest.unsupported(order, instrument)
                .<Preparation>map(Preparation.Unsupported::new)
                .orElseGet(() ->
                        new Preparation.Prepared(
                                now,
                                Map.of(),
                                ClearStreetRequest.json(order, instrument, config.mpid())));
    }

    @Override
    public SendOutcome send(Admission.Admitted admitted, Preparation.Prepared request) {
        return batches.send(admitted, request);
    }

    @Override
    public CancelOutcome cancel(Order order) {
        Optional<BrokerOrderId> id = order.progress().reports().brokerOrderId();
        return id.isEmpty()
                ? new CancelOutcome.Unknown("the broker's id of the order is not known yet")
                : ClearStreetAnswers.toCancel(calls.cancelOrder(id.get().text()));
    }

    @Override
    public CancelOutcome cancelAll(Optional<Symbol> symbol) {
        return ClearStreetAnswers.toCancel(
                calls.cancelOrders(symbol.map(Symbol::text).orElse(null)));
    }
}
