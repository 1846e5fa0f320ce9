package dev.primegate.reconcile;

import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.comparison.Drift;
import dev.primegate.comparison.DriftActions;
import dev.primegate.instrument.BrokerId;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.watch.Standing;
import dev.primegate.watch.Trouble;
import dev.primegate.watch.WatchBook;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Holds what each broker says it holds now against our positions there. Where more than the limit
 * is unexplained, every account that is kept there may only reduce: its positions are what all its
 * limits rest on. Two persons lift that, once they know.
 */
@Singleton
class WatchDrift {
    private static final Logger LOG = Logger.getLogger(WatchDrift.class);

    private final AccountMaster accounts;
    private final DriftBooks books;
    private final Halts halts;
    private final WatchBook book;
    private final Clock clock;

    WatchDrift(AccountMaster accounts, DriftBooks books, Halts halts, WatchBook book, Clock clock) {
        this.accounts = accounts;
        this.books = books;
        this.halts = halts;
        this.book = book;
        this.clock = clock;
    }

    /** A broker that fails is told of, and the others go on. */
    Tally watch(Instant deadline) {
        Tally tally = Tally.NONE;
        List<BrokerId> brokers =
                accounts.all().stream()
                        .flatMap(account -> account.brokers().stream())
                        .map(there -> there.broker())
                        .distinct()
                        .sorted(java.util.Comparator.comparing(BrokerId::name))
                        .toList();
        for (BrokerId broker : brokers) {
            if (!clock.instant().isBefore(deadline)) {
                return tally;
            }
            tally = tally.plus(act(broker, judge(broker)));
        }
        return tally;
    }

    private Drift judge(BrokerId broker) {
        try {
            return books.compare(broker, keptAt(broker));
        } catch (RuntimeException e) {
            Instant now = clock.instant();
            LOG.errorf(e, "broker=%s event=drift-failed", broker);
            return new Drift.Unknown(
                    new Drift.Times(now, now), e.getClass().getSimpleName() + " was thrown");
        }
    }

    /**
     * What stands already halts nothing again, so that two persons may resume while it lasts. It is
     * written down last: a run that dies before is completed by the next.
     */
    private Tally.Outcome act(BrokerId broker, Drift drift) {
        LOG.infof("broker=%s event=drift %s", broker, drift.getClass().getSimpleName());
        Instant now = clock.instant();
        List<Standing> standing = book.standing();
        for (AccountRecord account : keptAt(broker)) {
            HaltScope scope = HaltScope.of(account.tenant(), account.account());
            Optional<Trouble> begun =
                    DriftActions.trouble(drift, scope, broker)
                            .filter(trouble -> standing.stream().noneMatch(s -> s.is(trouble)));
            if (begun.isPresent()) {
                DriftActions.halt(drift, scope).ifPresent(halts::halt);
                var _ = book.begin(begun.get(), now);
            }
            for (Standing one : standing) {
                if (DriftActions.ends(drift, one, scope, broker)) {
                    var _ = book.end(one, now);
                }
            }
        }
        return switch (drift) {
            case Drift.Within _ -> Tally.Outcome.AGREES;
            case Drift.Beyond _ -> Tally.Outcome.MOVED;
            case Drift.Unknown(_, String why) -> {
                LOG.warnf("broker=%s event=drift-unknown %s", broker, why);
                yield Tally.Outcome.FAILED;
            }
        };
    }

    private List<AccountRecord> keptAt(BrokerId broker) {
        return accounts.all().stream().filter(a -> a.at(broker).isPresent()).toList();
    }
}
