package dev.primegate.submit;

import dev.primegate.broker.PreviewGateway;
import dev.primegate.broker.PreviewOutcome;
import dev.primegate.broker.RateLimit;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.order.NewOrder;
import jakarta.inject.Singleton;

/** Says of an order what the test wants. */
@Singleton
public class PaperPreviews implements PreviewGateway {
    private PreviewOutcome next = new PreviewOutcome.Failed("nothing is to be said");

    void next(PreviewOutcome outcome) {
        next = outcome;
    }

    @Override
    public BrokerId broker() {
        return new BrokerId("paper");
    }

    @Override
    public RateLimit rate() {
        return new RateLimit("paper", 1_000, 2_000);
    }

    @Override
    public PreviewOutcome preview(NewOrder order, Instrument instrument) {
        return next;
    }
}
