package dev.primegate.broker.falconx;

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
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Admission;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends orders to FalconX, which fills them in its answer or not at all. */
@Singleton
class FalconXGateway implements OrderGateway {
    /** It publishes none: what its SDKs are built for. Only a contract makes it a proof. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private static final Duration QUEUE = Duration.ofSeconds(2);
    private static final Duration LAG = Duration.ofSeconds(5);

    private final FalconXCalls calls;
    private final FalconXAnswers answers;
    private final ClockSkew skew;
    private final SubmitWindow window;

    FalconXGateway(FalconXCalls calls, FalconXConfig config, SymbolMaster symbols, ClockSkew skew) {
        this.calls = calls;
        this.answers = new FalconXAnswers(new FalconXMapping(symbols));
        this.skew = skew;
        this.window = new SubmitWindow(config.contractualWindow().orElse(USUAL), QUEUE, LAG);
    }

    @Override
    public BrokerId broker() {
        return FalconXMapping.BROKER;
    }

    @Override
    public SubmitWindow window() {
        return window;
    }

    @Override
    public RateLimit rate() {
        return calls.rate();
    }

    @Override
    public Preparation prepare(NewOrder order, Instrument instrument, Instant now) {
        Optional<String> unsupported = FalconXRequest.unsupported(order, instrument);
        if (unsupported.isPresent()) {
            return new Preparation.Unsupported(unsupported.get());
        }
        Optional<Duration> apart = skew.tooFar(broker(), now);
        if (apart.isPresent()) {
            return new Preparation.ClockSkewed(apart.get());
        }
        String body =
                FalconXRequest.json(
                        order,
                        instrument,
                        calls.version(order.tenant().name(), order.account().name()));
        return new Preparation.Prepared(now, calls.sign(order, now, body), body);
    }

    @Override
    public SendOutcome send(Admission.Admitted admitted, Preparation.Prepared request) {
        NewOrder order = admitted.order().request();
        return switch (calls.send(order, request.headers(), request.body())) {
            case Answer.Held(String why) -> new SendOutcome.NotSent(why);
            case Answer.Unsent(String why) -> new SendOutcome.NotSent(why);
            case Answer.Broken(String why) -> new SendOutcome.Unknown(why);
            case Answer.Whole answer -> answers.toOrder(answer, order);
        };
    }

    /** There is nothing to ask for: what it has taken is over. */
    @Override
    public CancelOutcome cancel(Order order) {
        return new CancelOutcome.Refused("FalconX fills or kills at once: nothing is open there");
    }
}
