package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.CancelOutcome;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.SubmitWindow;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.ClockSkew;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends orders to Prime. */
@Singleton
class PrimeGateway implements OrderGateway {
    /** Prime takes a timestamp within 30 s of its clock; queue and lag are our margin. */
    private static final SubmitWindow WINDOW =
            new SubmitWindow(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final PrimeCalls calls;
    private final ClockSkew skew;

    PrimeGateway(PrimeCalls calls, ClockSkew skew) {
        this.calls = calls;
        this.skew = skew;
    }

    @Override
    public BrokerId broker() {
        return PrimeMapping.BROKER;
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
        Optional<String> unsupported = PrimeRequest.unsupported(order);
        if (unsupported.isPresent()) {
            return new Preparation.Unsupported(unsupported.get());
        }
        Optional<Duration> apart = skew.tooFar(broker(), now);
        if (apart.isPresent()) {
            return new Preparation.ClockSkewed(apart.get());
        }
        String body = PrimeRequest.json(order, instrument);
        return new Preparation.Prepared(now, calls.signOrder(now, path(order), body), body);
    }

    @Override
    public SendOutcome send(Admission.Admitted admitted, Preparation.Prepared request) {
        boolean quoted = admitted.order().request().terms().quote().isPresent();
        return switch (quoted
                ? calls.acceptQuote(request.headers(), request.body())
                : calls.createOrder(request.headers(), request.body())) {
            case Answer.Held(String why) -> new SendOutcome.NotSent(why);
            case Answer.Unsent(String why) -> new SendOutcome.NotSent(why);
            case Answer.Broken(String why) -> new SendOutcome.Unknown(why);
            case Answer.Whole answer -> PrimeAnswers.toCreate(answer);
        };
    }

    private static String path(NewOrder order) {
        return order.terms().quote().isPresent() ? PrimeCalls.ACCEPT : PrimeCalls.ORDER;
    }

    @Override
    public CancelOutcome cancel(Order order) {
        Optional<BrokerOrderId> id = order.progress().reports().brokerOrderId();
        if (id.isEmpty()) {
            return new CancelOutcome.Unknown("the broker's id of the order is not known yet");
        }
        return switch (calls.cancelOrder(id.get().text())) {
            case Answer.Held(String why) -> new CancelOutcome.Unknown(why);
            case Answer.Unsent(String why) -> new CancelOutcome.Unknown(why);
            case Answer.Broken(String why) -> new CancelOutcome.Unknown(why);
            case Answer.Whole answer -> PrimeAnswers.toCancel(answer);
        };
    }
}
