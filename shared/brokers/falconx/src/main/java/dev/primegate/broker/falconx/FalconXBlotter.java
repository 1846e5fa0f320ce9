package dev.primegate.broker.falconx;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.kit.Replies;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything executed in a time. FalconX has no pages for it, so it is asked slice by slice; slices
 * overlap, and what is in two of them is taken once.
 */
@Singleton
class FalconXBlotter {
    /** Our clock and FalconX's may differ by this much before a request is refused anyway. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final Duration SLICE = Duration.ofHours(6);
    private static final Duration OVERLAP = Duration.ofSeconds(1);
    private static final int MOST = 120;

    private final FalconXCalls calls;
    private final Clock clock;

    FalconXBlotter(FalconXCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** From {@code from} until now; whole, or not at all. */
    Fetched<List<FalconXMessages.Quote>> since(Instant from) {
        Instant end = clock.instant().plus(SKEW);
        Map<String, FalconXMessages.Quote> all = new LinkedHashMap<>();
        Optional<Instant> askedAt = Optional.empty();
        Instant start = from;
        for (int slice = 0; slice < MOST && start.isBefore(end); slice++) {
            Instant stop = start.plus(SLICE);
            switch (Replies.one(calls.executed(start, stop), FalconXMessages.Quote[].class)) {
                case Fetched.Failed<FalconXMessages.Quote[]>(String why) -> {
                    return new Fetched.Failed<>("executed since %s: %s".formatted(start, why));
                }
                case Fetched.Whole<FalconXMessages.Quote[]>(var quotes, Instant at) -> {
                    askedAt = askedAt.or(() -> Optional.of(at));
                    for (FalconXMessages.Quote quote : quotes) {
                        all.putIfAbsent(String.valueOf(quote.fxQuoteId()), quote);
                    }
                }
            }
            start = stop.minus(OVERLAP);
        }
        if (start.isBefore(end) || askedAt.isEmpty()) {
            return new Fetched.Failed<>("more than %d slices since %s".formatted(MOST, from));
        }
        return new Fetched.Whole<>(List.copyOf(all.values()), askedAt.get());
    }
}
