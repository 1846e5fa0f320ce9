package dev.primegate.submit;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.LossAlerts;
import dev.primegate.ledger.Profit;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Peak;
import dev.primegate.risk.Peaks;
import dev.primegate.risk.TradingState;
import dev.primegate.submit.Drawdowns.Limit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Lets an account that has lost too much of its highest equity only reduce, or not trade at all.
 * Whoever resumes it accepts the loss: from then on it is measured from where it stands.
 */
@Singleton
class WatchDrawdown {
    private static final Logger LOG = Logger.getLogger(WatchDrawdown.class);
    private static final String BY = "drawdown limit";

    private final Drawdowns drawdowns;
    private final ProfitDesk desk;
    private final Peaks peaks;
    private final Halts halts;
    private final AlertLog alerts;
    private final Clock clock;

    WatchDrawdown(
            Drawdowns drawdowns,
            ProfitDesk desk,
            Peaks peaks,
            Halts halts,
            AlertLog alerts,
            Clock clock) {
        this.drawdowns = drawdowns;
        this.desk = desk;
        this.peaks = peaks;
        this.halts = halts;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Looks at every account that has a limit; one that fails does not keep the others from it. */
    void run(Instant deadline) {
        if (drawdowns.limits().isEmpty()) {
            return;
        }
        List<HaltCase> cases = halts.cases();
        for (Limit limit : drawdowns.limits()) {
            Instant now = clock.instant();
            if (!now.isBefore(deadline)) {
                return;
            }
            try {
                look(limit, cases, now);
            } catch (RuntimeException e) {
                LOG.errorf(e, "account=%s event=drawdown-failed", limit.text());
                alerts.raise(LossAlerts.blind(limit.text(), e.getClass().getSimpleName(), now));
            }
        }
    }

    private void look(Limit limit, List<HaltCase> cases, Instant now) {
        switch (desk.look(limit.tenant(), limit.account(), now)) {
            case ProfitDesk.Finding.Blind(String why) ->
                    alerts.raise(LossAlerts.blind(limit.text(), why, now));
            case ProfitDesk.Finding.Marked(Profit profit) -> judge(limit, profit, cases, now);
        }
    }

    private void judge(Limit limit, Profit profit, List<HaltCase> cases, Instant now) {
        HaltScope scope = HaltScope.of(limit.tenant(), limit.account());
        Optional<HaltCase> halt = cases.stream().filter(c -> c.scope().equals(scope)).findFirst();
        Optional<Peak> seen = peaks.peak(limit.tenant(), limit.account());
        boolean accepted = seen.filter(peak -> isAccepted(peak, halt)).isPresent();
        Peak peak = peak(seen, accepted, profit.high(), now);
        TradingState due = limit.drawdown().at(peak.profit(), profit.low());
        TradingState reached = peak.reached().map(Peak.Reached::state).orElse(TradingState.ACTIVE);
        Peak next = due.compareTo(reached) > 0 ? peak.reached(due, now) : peak;
        if (seen.filter(next::equals).isEmpty()
                && !peaks.replace(limit.tenant(), limit.account(), seen, next)) {
            return; // Another run sees to it.
        }
        if (accepted) {
            alerts.raise(LossAlerts.accepted(limit.text(), now));
        }
        next.reached()
                .filter(r -> halt.filter(h -> h.state().compareTo(r.state()) >= 0).isEmpty())
                .ifPresent(r ->
                        stop(limit, scope, r, limit.drawdown().text(next.profit(), profit.low())));
    }

    /** First halted, then told: a run that dies between is completed by the next. */
    private void stop(Limit limit, HaltScope scope, Peak.Reached reached, String why) {
        LOG.errorf("account=%s event=drawdown state=%s %s", limit.text(), reached.state(), why);
        halts.halt(new Halt(scope, reached.state(), BY, why, Optional.empty()));
        alerts.raise(LossAlerts.drawdown(limit.text(), reached.state(), why, reached.at()));
    }

    /** Two persons resumed the account since; of its older halts this one says nothing. */
    private static boolean isAccepted(Peak peak, Optional<HaltCase> halt) {
        return peak.reached().isPresent()
                && halt.filter(h -> h.state() == TradingState.ACTIVE)
                        .flatMap(HaltCase::resumedAt)
                        .filter(at -> at.isAfter(peak.reached().get().at()))
                        .isPresent();
    }

    /** An account's first peak is at least what it began with. */
    private static Peak peak(Optional<Peak> seen, boolean accepted, Money high, Instant now) {
        if (seen.isEmpty()) {
            Money nothing = new Money(Decimal10.ZERO, high.asset());
            return Peak.begin(seen, nothing, now).raisedTo(high, now);
        }
        return accepted ? Peak.begin(seen, high, now) : seen.get().raisedTo(high, now);
    }
}
