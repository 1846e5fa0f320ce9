package dev.primegate.submit;

import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.SubmitWindow;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderTerms.OrdType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A broker that answers as it is told, and remembers what was sent. */
@Singleton
public class PaperBroker implements OrderGateway {
    private final ConcurrentLinkedQueue<SendOutcome> outcomes = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<CancelOutcome> cancelOutcomes =
            new ConcurrentLinkedQueue<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> cancelled = new CopyOnWriteArrayList<>();

    private final BrokerId name;
    private volatile Optional<Duration> apart = Optional.empty();

    public PaperBroker() {
        this("paper");
    }

    PaperBroker(String name) {
        this.name = new BrokerId(name);
    }

    /** What the next send comes to; without it the broker receives. */
    void next(SendOutcome outcome) {
        outcomes.add(outcome);
    }

    void nextCancel(CancelOutcome outcome) {
        cancelOutcomes.add(outcome);
    }

    /** From now on its clock and ours are that far apart. */
    void skew(Optional<Duration> newApart) {
        apart = newApart;
    }

    /** The orders of which the end was asked, in order. */
    List<String> cancelled() {
        return cancelled;
    }

    /** The ids of every order that was sent, in order. */
    List<String> sent() {
        return sent;
    }

    long sentOf(String orderId) {
        return sent.stream().filter(orderId::equals).count();
    }

    @Override
    public BrokerId broker() {
        return name;
    }

    @Override
    public SubmitWindow window() {
        return new SubmitWindow(Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO);
    }

    @Override
    public RateLimit rate() {
        return new RateLimit("paper", 500, 1_000);
    }

    @Override
    public Preparation prepare(NewOrder order, Instrument instrument, Instant now) {
        if (apart.isPresent()) {
            return new Preparation.ClockSkewed(apart.get());
        }
        return order.terms().ordType() == OrdType.STOP
                ? new Preparation.Unsupported("ordType STOP: paper does not tear that way")
                : new Preparation.Prepared(now, Map.of(), order.id().text());
    }

    @Override
    public SendOutcome send(Admission.Admitted admitted, Preparation.Prepared request) {
        sent.add(request.body());
        SendOutcome told = outcomes.poll();
        return told == null
                ? new SendOutcome.Received(new BrokerOrderId("p-" + request.body()))
                : told;
    }

    @Override
    public CancelOutcome cancel(Order order) {
        cancelled.add(order.id().text());
        CancelOutcome told = cancelOutcomes.poll();
        return told == null ? new CancelOutcome.Requested() : told;
    }
}
