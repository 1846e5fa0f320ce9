package dev.primegate.simulator.wire;

import dev.primegate.money.Decimal10;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be made to go wrong around a skin, and what was seen. */
public record Switchboard(
        SkewedClock clock,
        RateLimit limit,
        Outage outage,
        Faults faults,
        NewsFaults news,
        Lines lines,
        Keyring keys,
        Transfers transfers,
        Margin margin,
        RequestLog log) {

    /** Everything in order; what was sent is remembered in {@code folder}, if there is one. */
    public static Switchboard around(SkewedClock clock, RateLimit limit, @Nullable Path folder) {
        return new Switchboard(
                clock,
                limit,
                new Outage(),
                new Faults(),
                new NewsFaults(),
                new Lines(),
                new Keyring(),
                new Transfers(),
                new Margin(),
                new RequestLog(folder));
    }

    /**
     * Everything in order again, nothing seen, and nobody listening: whoever was must come anew.
     */
    public void reset() {
        clock.skew(Duration.ZERO);
        limit.reset();
        outage.end();
        faults.clear();
        news.clear();
        margin.set(Margin.Trouble.NONE, Decimal10.ZERO);
        keys.retire(Set.of());
        transfers.clear();
        log.clear();
        lines.cutAll();
    }
}
