package dev.primegate.reconcile;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.LossAlerts;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.MarginReports;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.Margins;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Lets orders to a broker that calls for margin only reduce. A halt needs no key that trades, so it
 * is given here, where the call is first seen; lifting it takes two persons, elsewhere.
 */
@Singleton
class WatchMargin {
    private static final Logger LOG = Logger.getLogger(WatchMargin.class);
    private static final String BY = "margin call";

    private final Brokers<MarginReports> brokers;
    private final Margins margins;
    private final Halts halts;
    private final AlertLog alerts;
    private final Clock clock;

    WatchMargin(
            Brokers<MarginReports> brokers,
            Margins margins,
            Halts halts,
            AlertLog alerts,
            Clock clock) {
        this.brokers = brokers;
        this.margins = margins;
        this.halts = halts;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Counts a broker only if its margin moved, or it did not say how it stands. */
    Tally watch() {
        Tally tally = Tally.NONE;
        for (MarginReports broker : brokers.all()) {
            tally = tally.plus(watch(broker));
        }
        return tally;
    }

    private Tally watch(MarginReports broker) {
        try {
            return switch (broker.margin()) {
                case Fetched.Failed<List<MarginState>>(String why) -> unread(broker.broker(), why);
                case Fetched.Whole<List<MarginState>>(List<MarginState> states, _) ->
                        states.stream()
                                .map(state -> heard(broker.broker(), state))
                                .reduce(Tally.NONE, Tally::plus);
            };
        } catch (RuntimeException e) {
            LOG.errorf(e, "broker=%s event=margin-failed", broker.broker());
            return unread(broker.broker(), e.getClass().getSimpleName());
        }
    }

    private Tally unread(BrokerId broker, String why) {
        alerts.raise(LossAlerts.marginUnread(broker, why, clock.instant()));
        return Tally.NONE.plus(Tally.Outcome.FAILED);
    }

    /**
     * What was known already halts nothing again, so that two persons may resume while a call
     * stands. It is written down last: a run that dies before is completed by the next.
     */
    private Tally heard(BrokerId broker, MarginState state) {
        MarginState before =
                margins.last(broker, state.model())
                        .orElseGet(() -> MarginState.unknown(state.model()));
        // The same again is written once a day, so that each has its word.
        boolean sameAgain = !state.differsFrom(before) && day(state).equals(day(before));
        if (!state.asOf().isAfter(before.asOf()) || sameAgain) {
            return Tally.NONE;
        }
        if (state.isWorseThan(before)) {
            LOG.errorf("broker=%s event=margin-call level=%s", broker, state.level());
            halts.halt(Halt.reducing(HaltScope.of(broker), BY, why(state)));
            alerts.raise(LossAlerts.margin(broker, state));
        } else if (before.isCalled() && !state.isCalled()) {
            Instant now = clock.instant();
            LOG.infof("broker=%s event=margin-met", broker);
            alerts.raise(LossAlerts.marginMet(broker, state.model(), now));
        }
        margins.record(broker, state);
        return Tally.NONE.plus(Tally.Outcome.MOVED);
    }

    private static LocalDate day(MarginState state) {
        return LocalDate.ofInstant(state.asOf(), ZoneOffset.UTC);
    }

    private static String why(MarginState state) {
        return "margin is %s%s"
                .formatted(
                        state.level(),
                        state.shortfall().map(m -> ", %s are missing".formatted(m)).orElse(""));
    }
}
