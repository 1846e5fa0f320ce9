package dev.primegate.reconcile;

import dev.primegate.alert.Rule;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.comparison.Rehearsal;
import dev.primegate.instrument.BrokerId;
import dev.primegate.statement.TradeLine;
import dev.primegate.watch.Standing;
import dev.primegate.watch.Trouble;
import dev.primegate.watch.WatchBook;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Tries each night, on each broker's last day with trades, whether the comparisons would find a
 * break of each cause: in trades, positions, cash and transfers. It looks at copies and writes no
 * break; what it would not find is told.
 */
@Singleton
class RehearseBreaks {
    private static final Logger LOG = Logger.getLogger(RehearseBreaks.class);

    private final AccountMaster accounts;
    private final OurBooks ours;
    private final BookTerms terms;
    private final BookRehearsal books;
    private final WatchBook book;
    private final Clock clock;

    RehearseBreaks(
            AccountMaster accounts,
            OurBooks ours,
            BookTerms terms,
            BookRehearsal books,
            WatchBook book,
            Clock clock) {
        this.accounts = accounts;
        this.ours = ours;
        this.terms = terms;
        this.books = books;
        this.book = book;
        this.clock = clock;
    }

    /** A broker without a trade in the days that are looked at has nothing to rehearse on. */
    Tally rehearse(Instant deadline) {
        Tally tally = Tally.NONE;
        List<BrokerId> brokers =
                accounts.all().stream()
                        .flatMap(account -> account.brokers().stream())
                        .map(there -> there.broker())
                        .distinct()
                        .sorted()
                        .toList();
        for (BrokerId broker : brokers) {
            if (!clock.instant().isBefore(deadline)) {
                return tally;
            }
            tally = tally.plus(rehearse(broker));
        }
        return tally;
    }

    private Tally.Outcome rehearse(BrokerId broker) {
        for (LocalDate day : terms.ended(broker, clock.instant())) {
            for (AccountRecord account : accounts.all()) {
                if (account.at(broker).isPresent()) {
                    List<TradeLine> trades = ours.trades(account, broker, day);
                    Optional<List<Rehearsal.Failure>> ofTrades =
                            Rehearsal.on(trades, terms.rules(broker, day), new SecureRandom());
                    if (ofTrades.isPresent()) {
                        List<Rehearsal.Failure> failures = new ArrayList<>(ofTrades.get());
                        failures.addAll(books.rehearse(account, broker, day));
                        return tell(broker, day, failures);
                    }
                }
            }
        }
        LOG.infof("broker=%s event=rehearsed on=nothing", broker);
        return Tally.Outcome.WAITS;
    }

    private Tally.Outcome tell(BrokerId broker, LocalDate day, List<Rehearsal.Failure> failures) {
        LOG.infof("broker=%s day=%s event=rehearsed failures=%d", broker, day, failures.size());
        Instant now = clock.instant();
        if (failures.isEmpty()) {
            for (Standing one : book.standing()) {
                if (one.rule().equals(Rule.REHEARSAL_FAILED.id())
                        && one.scope().equals(broker.name())) {
                    var _ = book.end(one, now);
                }
            }
            return Tally.Outcome.AGREES;
        }
        TreeMap<String, String> details = new TreeMap<>();
        details.put("day", day.toString());
        failures.forEach(f -> details.put(f.planted(), "found " + f.found()));
        var _ =
                book.begin(
                        Trouble.of(
                                Rule.REHEARSAL_FAILED,
                                broker.name(),
                                "%d breaks planted in the books of %s at %s were not found as that"
                                        .formatted(failures.size(), day, broker),
                                details),
                        now);
        return Tally.Outcome.FAILED;
    }
}
