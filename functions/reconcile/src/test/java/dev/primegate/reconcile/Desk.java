package dev.primegate.reconcile;

import static dev.primegate.reconcile.PaperRecords.PAPER;

import dev.primegate.alert.Alert;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderReports;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Account;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.reconcile.chain.ChainComparison;
import dev.primegate.reconcile.chain.Chains;
import dev.primegate.reconcile.chain.ChainsConfig;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.MetricLines;
import dev.primegate.telemetry.Traces;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryBreakLog;
import dev.primegate.testkit.MemoryJobAsks;
import dev.primegate.testkit.MemoryJobRuns;
import dev.primegate.testkit.MemoryWatchBook;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import dev.primegate.watch.JobRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The whole room on books in memory, with a clock that a test moves. */
final class Desk {
    static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    final SettableClock clock = new SettableClock(START);
    final MemoryBooks books = new MemoryBooks(clock);
    final PaperRecords broker = new PaperRecords();

    final SilentFeed feed = new SilentFeed();

    final MemoryBreakLog breaks = new MemoryBreakLog();

    final Meters meters = new Meters();

    final MemoryJobRuns runs = new MemoryJobRuns();

    final MemoryJobAsks asks = new MemoryJobAsks();

    final MemoryWatchBook watched = new MemoryWatchBook(books);

    final FailingWatcher failing = new FailingWatcher();

    private final ChainsConfig chains;
    private final ReportsConfig reportsTo;
    private final ReconcileHandler handler;

    Desk() {
        this(BooksConfigs.of());
    }

    Desk(BooksConfig config) {
        this(config, ChainsConfigs.of());
    }

    Desk(BooksConfig config, ChainsConfig chains) {
        this(config, chains, ReportsConfigs.of());
    }

    Desk(BooksConfig config, ChainsConfig chains, ReportsConfig reportsTo) {
        this.chains = chains;
        this.reportsTo = reportsTo;
        AskBroker ask = new AskBroker(new Brokers<>(List.of(broker)), books.book());
        handler =
                new ReconcileHandler(
                        new CheckOrders(
                                books.book(),
                                books.query(),
                                new SettleDoubt(ask, books.book(), clock),
                                new FetchMissing(ask, books.book(), books, clock),
                                new HeedFeed(books.leases(), clock),
                                books,
                                clock),
                        new RetryParked(
                                new Brokers<>(List.of(broker)),
                                books.inbox(),
                                books.book(),
                                books.query(),
                                new AdoptOrphans(
                                        books.orphans(),
                                        books.accounts(),
                                        books.book(),
                                        books,
                                        clock),
                                clock),
                        new CompareProducts(
                                new Brokers<>(List.of(broker)),
                                SymbolMaster.standard(),
                                books,
                                clock),
                        new WatchMargin(
                                new Brokers<>(List.of(broker)),
                                books.margins(),
                                books.halts(),
                                books,
                                clock),
                        new WatchFeeds(
                                new Brokers<>(List.of(feed)), books.leases(), books, meters, clock),
                        compared(config),
                        watch(),
                        new AskedRuns(asks, clock),
                        MetricLines.nowhere(),
                        runs,
                        new Traces(),
                        clock);
    }

    private Watch watch() {
        LateOrders late = new LateOrders(books.accounts(), books.query());
        return new Watch(
                List.of(
                        new SilentTradingWatcher(late, SymbolMaster.standard()),
                        new RejectSpikeWatcher(late),
                        new StaleDoubtWatcher(books.query()),
                        new MissedRunWatcher(runs),
                        failing),
                watched,
                clock);
    }

    private CompareBooks compared(BooksConfig config) {
        SymbolMaster symbols = SymbolMaster.standard();
        BookTerms terms = new BookTerms(config, symbols);
        OurBooks ours = new OurBooks(books.ledger(), symbols, terms);
        TheirBooks files =
                new TheirBooks(terms, new Statements().store(config, length -> {}), books, clock);
        Brokers<OrderReports> reports = new Brokers<>(List.of(broker));
        DayRounds rounds =
                new DayRounds(books.accounts(), terms, new KeepBreaks(breaks), books, clock);
        Worths worths = new Worths(books.references(), symbols, config, clock);
        return new CompareBooks(
                trades(
                        ours,
                        new TheirTrades(
                                files,
                                new ReportedTrades(reports, books.accounts(), books.query(), ours),
                                rounds),
                        rounds),
                new ComparePositions(books.accounts(), ours, files, worths, rounds),
                new CompareCash(
                        books.accounts(),
                        new OurCash(ours, symbols, terms),
                        files,
                        worths,
                        rounds,
                        symbols),
                new WatchDrift(
                        books.accounts(),
                        new DriftBooks(
                                books.ledger(),
                                new HeldThere(
                                        new Brokers<>(List.of(broker)),
                                        new Brokers<>(List.of(broker))),
                                new LiveCash(
                                        new Brokers<>(List.of(broker)),
                                        new OurCash(ours, symbols, terms),
                                        files,
                                        terms,
                                        symbols),
                                new InFlight(reports, ours, terms, symbols),
                                worths,
                                config,
                                symbols,
                                clock),
                        books.halts(),
                        watched,
                        clock),
                chain(rounds, config),
                new RehearseBreaks(
                        books.accounts(),
                        ours,
                        terms,
                        new RehearseStanding(ours, new OurCash(ours, symbols, terms), worths),
                        watched,
                        clock),
                new KeepCloses(books.references(), books.closes(), SymbolMaster.standard(), clock),
                new WriteReports(
                        books.accounts(),
                        new TradeTables(books.ledger(), books.closes(), symbols),
                        new StandingTables(breaks, books.margins(), books.rateDays()),
                        new WriteReports.Shelf(
                                new ReportFiles().reports(reportsTo, length -> {}),
                                reportsTo,
                                config),
                        clock),
                new CountBreaks(books.accounts(), breaks, meters));
    }

    private TradeJobs trades(OurBooks ours, TheirTrades theirs, DayRounds rounds) {
        TradeBreaks kept = new TradeBreaks(rounds);
        Residues residues = new ReportFiles().residues(reportsTo, length -> {});
        return new TradeJobs(
                new CompareTrades(ours, theirs, kept, rounds),
                new SiftTrades(ours, theirs, kept, rounds, residues),
                new GatherTrades(residues, kept, rounds));
    }

    private CompareChain chain(DayRounds rounds, BooksConfig config) {
        return new CompareChain(
                new Brokers<>(List.of(broker)),
                books.accounts(),
                new ChainComparison(new Chains(chains)),
                rounds,
                chains,
                config,
                clock);
    }

    /** The account of the tests' orders is kept at the paper broker. */
    void keepsMain() {
        keeps(Requests.MAIN, "P-1");
    }

    /** So is this one, under that number. */
    void keeps(Account account, String number) {
        var _ =
                books.accounts()
                        .put(
                                new AccountRecord(
                                        Requests.FUND,
                                        account,
                                        1,
                                        List.of(new BrokerAccount(PAPER, number, "paper", false)),
                                        "test",
                                        START));
    }

    /** An order that was admitted, and of whose send nothing was recorded. */
    NewOrder admitted(String clOrdId) {
        NewOrder order = Requests.buy(clOrdId, "1");
        var _ =
                books.book()
                        .admit(
                                Requests.routed(
                                        Requests.intent(
                                                order,
                                                "owner of " + clOrdId,
                                                Requests.wide(),
                                                clock.instant()),
                                        PAPER));
        return order;
    }

    NewOrder heard(String clOrdId, OrderEvent... events) {
        NewOrder order = admitted(clOrdId);
        for (OrderEvent event : events) {
            var _ = books.book().apply(order.id(), event, "test");
        }
        return order;
    }

    Tally run(Job.Kind job) {
        return handler.run(job, Instant.MAX);
    }

    Tally runUntil(Instant deadline, Job.Kind job) {
        return handler.run(job, deadline);
    }

    Tally handle(Job job, Duration within) {
        return handler.run(job, clock.instant().plus(within));
    }

    /** When a job last ended well. */
    Optional<Instant> ended(String job) {
        return runs.all().stream()
                .filter(run -> run.job().equals(job))
                .map(JobRun::lastAt)
                .findFirst();
    }

    Tally runAfter(Duration pause) {
        clock.advance(pause);
        return run(Job.Kind.ORDERS);
    }

    Order find(NewOrder order) {
        return books.query().find(order.id()).orElseThrow();
    }

    List<String> rules() {
        return books.alerts().stream().map(Alert::rule).sorted().toList();
    }

    static BrokerNews.OfOrder news(NewOrder order, String brokerOrderId, OrderEvent event) {
        return new BrokerNews.OfOrder(
                Optional.of(order.id()),
                new BrokerOrderId(brokerOrderId),
                event,
                "e" + event.hashCode());
    }
}
