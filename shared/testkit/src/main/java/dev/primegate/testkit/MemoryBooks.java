package dev.primegate.testkit;

import dev.primegate.alert.Alert;
import dev.primegate.alert.AlertLog;
import dev.primegate.alert.NewsAlerts;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.audit.Trails;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsInbox;
import dev.primegate.broker.Quote;
import dev.primegate.broker.Quotes;
import dev.primegate.broker.RateDays;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.BalanceLog;
import dev.primegate.ledger.Balances;
import dev.primegate.ledger.Journal;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Margins;
import dev.primegate.ledger.Orphans;
import dev.primegate.order.Account;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Tenant;
import dev.primegate.risk.Closes;
import dev.primegate.risk.FailureLog;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Peaks;
import dev.primegate.risk.Ramp;
import dev.primegate.risk.RampLift;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every port of the table, in memory. */
public final class MemoryBooks implements Books, AlertLog {
    private final Map<String, Alert> alerts = new ConcurrentHashMap<>();
    private final Clock clock;
    private final MemoryInbox inbox = new MemoryInbox();
    private final MemoryReferences references = new MemoryReferences();
    private final MemoryQuotes quotes = new MemoryQuotes();
    private final MemoryMarks marks = new MemoryMarks();
    private final FeedLeases leases;
    private final MemoryRamp ramp = new MemoryRamp();
    private final MemoryIncidentBook incidents = new MemoryIncidentBook();
    private final MemoryFailures failures = new MemoryFailures();
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryBalances balances = new MemoryBalances();
    private final MemoryTrails trails = new MemoryTrails();
    private final MemoryHalts halts;
    private final MemoryBook book;

    public MemoryBooks(Clock clock) {
        this.clock = clock;
        leases = new MemoryFeedLeases(clock);
        halts = new MemoryHalts(alerts, trails, clock);
        book = new MemoryBook(halts, references, alerts, clock);
    }

    @Override
    public OrderBook book() {
        return book;
    }

    @Override
    public OrderQuery query() {
        return book;
    }

    @Override
    public Halts halts() {
        return halts;
    }

    @Override
    public Trails trails() {
        return trails;
    }

    @Override
    public FailureLog failures() {
        return failures;
    }

    @Override
    public Ramp ramp() {
        return ramp;
    }

    @Override
    public Ledger ledger() {
        return book.ledger();
    }

    @Override
    public Journal journal() {
        return book.journal();
    }

    @Override
    public Orphans orphans() {
        return book.orphans();
    }

    @Override
    public AccountMaster accounts() {
        return accounts;
    }

    @Override
    public BalanceLog balances() {
        return balances;
    }

    @Override
    public References references() {
        return references;
    }

    @Override
    public Quotes quotes() {
        return quotes;
    }

    @Override
    public Peaks peaks() {
        return marks;
    }

    @Override
    public Margins margins() {
        return marks;
    }

    @Override
    public RateDays rateDays() {
        return marks;
    }

    @Override
    public Closes closes() {
        return marks;
    }

    @Override
    public NewsInbox inbox() {
        return inbox;
    }

    @Override
    public FeedLeases leases() {
        return leases;
    }

    @Override
    public IncidentBook incidents() {
        return incidents;
    }

    @Override
    public List<Alert> alerts() {
        return List.copyOf(alerts.values());
    }

    @Override
    public void raise(Alert alert) {
        alerts.putIfAbsent(alert.id(), alert);
    }

    private static final class MemoryRamp implements Ramp {
        private final Map<String, RampLift> lifts = new ConcurrentHashMap<>();

        @Override
        public Optional<RampLift> lift(Tenant tenant, Account account) {
            return Optional.ofNullable(lifts.get(tenant + "/" + account));
        }

        @Override
        public RampLift lift(Tenant tenant, Account account, RampLift lift) {
            return lifts.computeIfAbsent(tenant + "/" + account, _ -> lift);
        }
    }

    private static final class MemoryBalances implements BalanceLog {
        private final Map<BrokerId, Balances> latest = new ConcurrentSkipListMap<>();

        @Override
        public void record(Balances word) {
            latest.merge(
                    word.broker(),
                    word,
                    (old, next) -> next.asOf().isAfter(old.asOf()) ? next : old);
        }

        @Override
        public List<Balances> latest() {
            return List.copyOf(latest.values());
        }
    }

    private static final class MemoryFailures implements FailureLog {
        private final Map<Instant, Long> byMinute = new ConcurrentSkipListMap<>();

        @Override
        public void record(Instant at) {
            byMinute.merge(at.truncatedTo(ChronoUnit.MINUTES), 1L, Long::sum);
        }

        @Override
        public long countSince(Instant from, Instant now) {
            Instant first = from.truncatedTo(ChronoUnit.MINUTES);
            return byMinute.entrySet().stream()
                    .filter(e -> !e.getKey().isBefore(first) && !e.getKey().isAfter(now))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    private static final class MemoryQuotes implements Quotes {
        private final Map<QuoteId, Quote> quotes = new ConcurrentHashMap<>();

        @Override
        public void keep(Quote quote) {
            quotes.put(quote.id(), quote);
        }

        @Override
        public Optional<Quote> find(QuoteId id) {
            return Optional.ofNullable(quotes.get(id));
        }
    }

    private static final class MemoryReferences implements References {
        private final Map<Symbol, Map<BrokerId, Reference>> bySource = new ConcurrentHashMap<>();

        @Override
        public Map<Symbol, List<Reference>> all(Set<Symbol> symbols) {
            Map<Symbol, List<Reference>> found = new HashMap<>();
            for (Symbol symbol : symbols) {
                Map<BrokerId, Reference> references = bySource.get(symbol);
                if (references != null) {
                    found.put(symbol, List.copyOf(references.values()));
                }
            }
            return found;
        }

        @Override
        public void publish(Symbol symbol, Reference reference) {
            var _ =
                    bySource.computeIfAbsent(symbol, _ -> new ConcurrentHashMap<>())
                            .merge(
                                    reference.source(),
                                    reference,
                                    (old, next) -> next.at().isAfter(old.at()) ? next : old);
        }
    }

    private final class MemoryInbox implements NewsInbox {
        private final Map<String, Parked> parked = new ConcurrentSkipListMap<>();
        private final Map<String, Instant> taken = new ConcurrentHashMap<>();

        @Override
        public void park(BrokerId broker, BrokerNews.OfOrder news, Instant at) {
            parked.putIfAbsent(broker + "#" + news.eventId(), new Parked(news, at));
        }

        @Override
        public List<Parked> parked(BrokerId broker) {
            return parked.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(broker + "#"))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        @Override
        public void unpark(BrokerId broker, String eventId) {
            parked.remove(broker + "#" + eventId);
        }

        @Override
        public void quarantine(BrokerId broker, BrokerNews.Unreadable news, Instant at) {
            raise(NewsAlerts.quarantined(broker, news, at));
        }

        @Override
        public boolean wasTaken(BrokerId broker, String messageId) {
            Instant until = taken.get(broker + "#" + messageId);
            return until != null && clock.instant().isBefore(until);
        }

        @Override
        public void taken(BrokerId broker, String messageId, Instant until) {
            taken.putIfAbsent(broker + "#" + messageId, until);
        }
    }
}
