package dev.primegate.submit;

import dev.primegate.risk.Halts;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * What only this function may do, because only it holds trading keys, and nobody asks for: older
 * releases are retired, halts are completed, the breaker looks, halts are swept, wanted cancels are
 * sent; rates, stop-losses and drawdowns are watched.
 */
@Singleton
public class MinuteRun {
    private static final Logger LOG = Logger.getLogger(MinuteRun.class);

    private final Halts halts;
    private final RetireReleases releases;
    private final Breaker breaker;
    private final SweepHalts sweep;
    private final FinishCancels cancels;
    private final WatchRates rates;
    private final ProbeBrokers probes;
    private final StopLoss stops;
    private final WatchDrawdown drawdown;
    private final OutlierSwitches switches;

    MinuteRun(
            Halts halts,
            RetireReleases releases,
            Breaker breaker,
            SweepHalts sweep,
            FinishCancels cancels,
            WatchRates rates,
            ProbeBrokers probes,
            StopLoss stops,
            WatchDrawdown drawdown,
            OutlierSwitches switches) {
        this.halts = halts;
        this.releases = releases;
        this.breaker = breaker;
        this.sweep = sweep;
        this.cancels = cancels;
        this.rates = rates;
        this.probes = probes;
        this.stops = stops;
        this.drawdown = drawdown;
        this.switches = switches;
    }

    /**
     * Begins nothing after {@code deadline}; a part that fails does not keep the others from it.
     */
    public void run(Instant deadline) {
        part("releases", releases::run);
        part("complete", halts::complete);
        part("breaker", breaker::check);
        part("sweep", () -> sweep.run(deadline));
        // Before the cancels: to a broker that is down those would leave no time to try it.
        part("probes", probes::run);
        part("cancels", () -> cancels.run(deadline));
        part("rates", rates::run);
        part("stop-loss", () -> stops.run(deadline));
        // After the stop-losses: a halt would keep them from their order.
        part("drawdown", () -> drawdown.run(deadline));
        part("outlier-switches", switches::tell);
    }

    private static void part(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "minute=%s event=failed", name);
        }
    }
}
