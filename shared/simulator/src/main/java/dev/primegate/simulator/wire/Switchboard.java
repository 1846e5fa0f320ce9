package dev.primegate.simulator.wire;

import java.time.Duration;

/** What can be made to go wrong around a skin, and what was seen. */
public record Switchboard(
        SkewedClock clock,
        RateLimit limit,
        Faults faults,
        NewsFaults news,
        Lines lines,
        RequestLog log) {

    /** Everything in order. */
    public static Switchboard around(SkewedClock clock, RateLimit limit) {
        return new Switchboard(
                clock, limit, new Faults(), new NewsFaults(), new Lines(), new RequestLog());
    }

    /** Everything in order again, and nothing seen. */
    public void reset() {
        clock.skew(Duration.ZERO);
        limit.reset();
        faults.clear();
        news.clear();
        log.clear();
    }
}
