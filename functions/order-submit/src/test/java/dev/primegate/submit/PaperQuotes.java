package dev.primegate.submit;

import dev.primegate.broker.QuoteGateway;
import dev.primegate.broker.QuoteOutcome;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.RateLimit;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A broker that quotes what it is told, and remembers what it was asked. */
@Singleton
public class PaperQuotes implements QuoteGateway {
    private final ConcurrentLinkedQueue<QuoteOutcome> outcomes = new ConcurrentLinkedQueue<>();
    private final List<QuoteRequest> asked = new CopyOnWriteArrayList<>();

    void next(QuoteOutcome outcome) {
        outcomes.add(outcome);
    }

    List<QuoteRequest> asked() {
        return asked;
    }

    @Override
    public BrokerId broker() {
        return new BrokerId("paper");
    }

    @Override
    public RateLimit rate() {
        return new RateLimit("paper", 500, 1_000);
    }

    @Override
    public QuoteOutcome ask(QuoteRequest request, Instrument instrument, Instant now) {
        asked.add(request);
        return Objects.requireNonNull(outcomes.poll());
    }
}
