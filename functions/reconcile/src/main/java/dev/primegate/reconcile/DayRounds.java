package dev.primegate.reconcile;

import dev.primegate.alert.AlertLog;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.instrument.BrokerId;
import dev.primegate.statement.DayBooks;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Goes through the brokers that keep accounts of ours, and through the days that have ended there.
 */
@Singleton
class DayRounds {
    private static final Logger LOG = Logger.getLogger(DayRounds.class);

    private final AccountMaster accounts;
    private final BookTerms terms;
    private final KeepBreaks breaks;
    private final AlertLog alerts;
    private final Clock clock;

    DayRounds(
            AccountMaster accounts,
            BookTerms terms,
            KeepBreaks breaks,
            AlertLog alerts,
            Clock clock) {
        this.accounts = accounts;
        this.terms = terms;
        this.breaks = breaks;
        this.alerts = alerts;
        this.clock = clock;
    }

    BookTerms terms() {
        return terms;
    }

    KeepBreaks breaks() {
        return breaks;
    }

    /** The brokers that keep an account of ours, by their names. */
    SortedSet<BrokerId> brokers() {
        return accounts.all().stream()
                .flatMap(account -> account.brokers().stream())
                .map(BrokerAccount::broker)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of our accounts that the broker keeps, and that are in the slice if there is one. */
    List<AccountRecord> accounts(BrokerId broker, Optional<Slice> slice) {
        return accounts.all().stream()
                .filter(account -> account.at(broker).isPresent())
                .filter(account -> slice.map(part -> part.has(account)).orElse(true))
                .toList();
    }

    /** Begins nothing after {@code deadline}; one that fails is told, and the others go on. */
    Tally each(String what, Instant deadline, BiFunction<BrokerId, LocalDate, Tally> compare) {
        return each(what, Optional.empty(), deadline, compare);
    }

    /** The same for a slice, whose parts are of the days that had ended when their run began. */
    Tally each(
            String what,
            Optional<Slice> slice,
            Instant deadline,
            BiFunction<BrokerId, LocalDate, Tally> compare) {
        Instant now = slice.flatMap(Slice::parts).map(Parts::at).orElseGet(clock::instant);
        Tally tally = Tally.NONE;
        for (BrokerId broker : brokers()) {
            if (slice.map(part -> part.has(broker)).orElse(true)) {
                tally = tally.plus(each(what, broker, terms.ended(broker, now), deadline, compare));
            }
        }
        return tally;
    }

    private Tally each(
            String what,
            BrokerId broker,
            List<LocalDate> days,
            Instant deadline,
            BiFunction<BrokerId, LocalDate, Tally> compare) {
        Tally tally = Tally.NONE;
        for (LocalDate day : days) {
            if (!clock.instant().isBefore(deadline)) {
                return tally;
            }
            try {
                tally = tally.plus(compare.apply(broker, day));
            } catch (RuntimeException e) {
                LOG.errorf(e, "broker=%s day=%s event=%s-not-compared", broker, day, what);
                tally = tally.plus(failed(broker, day, what, e.getClass().getSimpleName()));
            }
        }
        return tally;
    }

    Tally failed(BrokerId broker, LocalDate day, String what, String why) {
        alerts.raise(BookAlerts.notCompared(broker, day, what, why, clock.instant()));
        return Tally.NONE.plus(Tally.Outcome.FAILED);
    }

    /** What stands in nobody's account is compared with nothing, so somebody must hear of it. */
    void tellStrangers(BrokerId broker, DayBooks books) {
        SortedSet<String> strangers =
                books.accounts().collect(Collectors.toCollection(TreeSet::new));
        accounts.all().stream()
                .flatMap(account -> account.at(broker).stream())
                .forEach(there -> strangers.remove(there.number()));
        if (!strangers.isEmpty()) {
            alerts.raise(BookAlerts.strangers(broker, books.day(), strangers, clock.instant()));
        }
    }
}
