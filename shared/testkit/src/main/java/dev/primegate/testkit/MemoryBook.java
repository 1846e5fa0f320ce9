package dev.primegate.testkit;

import dev.primegate.alert.Alert;
import dev.primegate.alert.OrderAlerts;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.Due;
import dev.primegate.book.Found;
import dev.primegate.book.Headroom;
import dev.primegate.book.Intent;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.book.Posting;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Journal;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Orphan;
import dev.primegate.ledger.Orphans;
import dev.primegate.order.Account;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Denial;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Prior;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Tenant;
import dev.primegate.order.Transition;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The book in memory, behind one lock: what every other book must be like. */
final class MemoryBook implements OrderBook, OrderQuery {
    private final Map<OrderId, Page> pages = new HashMap<>();
    private final Map<String, OrderId> aliases = new HashMap<>();
    private final Map<String, Duplicate> duplicates = new HashMap<>();
    private final Map<QuoteId, OrderId> quotesTaken = new HashMap<>();
    private final List<Denial> denials = new ArrayList<>();
    private final MemoryHalts halts;
    private final MemoryRisk risk;
    private final MemoryLedger ledger;
    private final MemoryOrphans orphans;
    private final MemoryJournal journal;
    private final References references;
    private final Map<String, Alert> alerts;
    private final Clock clock;

    MemoryBook(MemoryHalts halts, References references, Map<String, Alert> alerts, Clock clock) {
        this.halts = halts;
        this.risk = new MemoryRisk(halts);
        this.ledger = new MemoryLedger();
        this.orphans = new MemoryOrphans(ledger, risk, alerts);
        this.journal = new MemoryJournal(ledger, risk, clock);
        this.references = references;
        this.alerts = alerts;
        this.clock = clock;
    }

    Ledger ledger() {
        return ledger;
    }

    Orphans orphans() {
        return orphans;
    }

    Journal journal() {
        return journal;
    }

    @Override
    public synchronized Admission admit(Intent intent) {
        Order order = intent.order();
        Page there = pages.get(order.id());
        if (there != null) {
            return there.order.attempt().owner().equals(order.attempt().owner())
                    ? new Admission.Admitted(there.order, there.history.getLast().hash())
                    : new Admission.Known(there.order);
        }
        // A halt is acknowledged before this, or after it.
        synchronized (halts) {
            return admitNew(intent);
        }
    }

    @Override
    public synchronized Admission reroute(
            Admission.Admitted unsent, Intent again, String by, String why) {
        Order next = again.order();
        Page page = Objects.requireNonNull(pages.get(next.id()));
        if (page.order.version() != next.version() - 1) {
            return new Admission.Known(page.order);
        }
        synchronized (halts) {
            Optional<Denial> denial = risk.detourDenial(again);
            if (denial.isPresent()) {
                return new Admission.Denied(denial.get());
            }
        }
        HistoryEntry entry = again.entry(unsent, by, why);
        page.order = next;
        page.due = Due.of(next, next.lastUpdateTime());
        page.history.add(entry);
        return new Admission.Admitted(next, entry.hash());
    }

    private Admission admitNew(Intent intent) {
        Order order = intent.order();
        Optional<Denial> denial =
                risk.denial(intent)
                        .or(() -> duplicate(intent))
                        .or(() -> quoteTaken(order))
                        .or(() -> risk.tooFast(intent));
        if (denial.isPresent()) {
            return new Admission.Denied(denial.get());
        }
        risk.take(intent);
        if (intent.duplicateWindow().isPositive()) {
            duplicates.put(
                    order.request().intent(),
                    new Duplicate(order.id(), order.transactTime().plus(intent.duplicateWindow())));
        }
        order.request().terms().quote().ifPresent(id -> quotesTaken.put(id, order.id()));
        Page page = new Page(order, Due.of(order, order.transactTime()));
        page.history.add(intent.entry());
        pages.put(order.id(), page);
        return new Admission.Admitted(order, intent.entry().hash());
    }

    @Override
    public synchronized Transition apply(OrderId id, OrderEvent event, String by) {
        // An execution is booked for an order, or as an orphan, but never as both.
        synchronized (orphans) {
            Page page = pages.get(id);
            if (page == null) {
                throw new UnknownOrderException(id);
            }
            return apply(page, event, by);
        }
    }

    private Transition apply(Page page, OrderEvent event, String by) {
        Found found = found(page, event);
        Order order = page.order;
        Optional<String> contradiction = found.contradiction(event).or(() -> heldBy(order, event));
        if (contradiction.isPresent()) {
            return impossible(new Transition.Impossible(order, event, contradiction.get()));
        }
        Transition step = order.apply(event, found.prior(), clock.instant());
        if (step instanceof Transition.Advanced advance) {
            Posting posting = Posting.of(advance, by, found);
            Optional<OrderId> taken = posting.alias().map(a -> aliases.get(alias(order, a)));
            if (taken.filter(other -> !other.equals(order.id())).isPresent()) {
                return impossible(
                        new Transition.Impossible(
                                order, event, "its broker id is another order's"));
            }
            Headroom left = risk.headroom(order.request());
            write(page, posting.isForced() ? posting.overdrawing(left) : posting);
            return step;
        }
        return step instanceof Transition.Impossible news ? impossible(news) : step;
    }

    private Found found(Page page, OrderEvent event) {
        return new Found(
                page.history.getLast().hash(),
                page.prior(event),
                references(event),
                event instanceof OrderEvent.Executed(Execution execution)
                        ? orphans.orphan(page.order.route().broker(), execution.id())
                        : Optional.empty(),
                Optional.empty());
    }

    /** Why the execution cannot be this order's, if it is another's. */
    private Optional<String> heldBy(Order order, OrderEvent event) {
        return event instanceof OrderEvent.Executed(Execution execution)
                ? orphans.holder(order.route().broker(), execution.id())
                        .filter(holder -> !holder.equals(order.id()))
                        .map(holder ->
                                "execution %s is of order %s".formatted(execution.id(), holder))
                : Optional.empty();
    }

    @Override
    public synchronized Optional<OrderId> findByAlias(BrokerId broker, BrokerOrderId id) {
        return Optional.ofNullable(aliases.get(broker + "#" + id));
    }

    @Override
    public synchronized void postpone(OrderId id, long version, Due next) {
        Page page = pages.get(id);
        if (page != null && page.order.version() == version && page.due.isPresent()) {
            page.due = Optional.of(next);
        }
    }

    @Override
    public synchronized void note(NewOrder refused, Denial denial, Instant at) {
        denials.add(denial);
    }

    @Override
    public synchronized Optional<Order> find(OrderId id) {
        return Optional.ofNullable(pages.get(id)).map(page -> page.order);
    }

    @Override
    public synchronized List<HistoryEntry> history(OrderId id) {
        Page page = pages.get(id);
        return page == null ? List.of() : List.copyOf(page.history);
    }

    @Override
    public synchronized List<Execution> executions(OrderId id) {
        Page page = pages.get(id);
        return page == null ? List.of() : List.copyOf(page.executions.values());
    }

    @Override
    public synchronized List<Order> list(
            Tenant tenant, Account account, Optional<OrderStatus> status, int limit) {
        return pages.values().stream()
                .map(page -> page.order)
                .filter(o -> o.request().tenant().equals(tenant))
                .filter(o -> o.request().account().equals(account))
                .filter(o -> status.isEmpty() || status.get() == o.status())
                .sorted(
                        Comparator.comparing(Order::transactTime)
                                .thenComparing(o -> o.id().text())
                                .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Order> open() {
        return pages.values().stream()
                .map(page -> page.order)
                .filter(order -> order.status().isOpen())
                .toList();
    }

    @Override
    public synchronized List<OrderId> due(Due.Duty duty, Instant now, int limit) {
        return pages.values().stream()
                .filter(page ->
                        page.due
                                .filter(next -> next.duty() == duty && !next.at().isAfter(now))
                                .isPresent())
                .sorted(Comparator.comparing(page -> page.due.orElseThrow().at()))
                .limit(limit)
                .map(page -> page.order.id())
                .toList();
    }

    private void write(Page page, Posting posting) {
        page.order = posting.order();
        page.due = posting.due();
        page.history.add(posting.entry());
        posting.execution().ifPresent(e -> page.executions.put(e.id(), e));
        posting.busted().ifPresent(page.busts::add);
        posting.alias().ifPresent(a -> aliases.put(alias(page.order, a), page.order.id()));
        posting.attached()
                .filter(Orphan::busted)
                .ifPresent(orphan -> page.busts.add(orphan.execId()));
        posting.execution()
                .ifPresent(e -> orphans.give(page.order.route().broker(), e.id(), page.order.id()));
        risk.move(posting);
        posting.shiftsElsewhere().forEach(risk::shift);
        ledger.write(posting.lines());
        posting.relabelled().ifPresent(ledger::relabel);
        posting.alerts().forEach(alert -> alerts.put(alert.id(), alert));
    }

    private List<Reference> references(OrderEvent event) {
        return event instanceof OrderEvent.Executed(Execution execution)
                ? references
                        .all(Set.of(execution.symbol()))
                        .getOrDefault(execution.symbol(), List.of())
                : List.of();
    }

    private Transition impossible(Transition.Impossible news) {
        Alert alert = OrderAlerts.of(news);
        alerts.put(alert.id(), alert);
        return news;
    }

    private Optional<Denial> duplicate(Intent intent) {
        if (!intent.duplicateWindow().isPositive()) {
            return Optional.empty();
        }
        Order order = intent.order();
        return Optional.ofNullable(duplicates.get(order.request().intent()))
                .filter(d -> !d.until.isBefore(order.transactTime()))
                .map(d ->
                        Denial.of(
                                "duplicate-order",
                                "an order that looks the same was just admitted: " + d.order));
    }

    private Optional<Denial> quoteTaken(Order order) {
        return order.request()
                .terms()
                .quote()
                .map(quotesTaken::get)
                .map(by -> Intent.quoteTaken(by.text()));
    }

    private static String alias(Order order, BrokerOrderId id) {
        return order.route().broker() + "#" + id;
    }

    private record Duplicate(OrderId order, Instant until) {}

    private static final class Page {
        private Order order;
        private Optional<Due> due;
        private final List<HistoryEntry> history = new ArrayList<>();
        private final Map<ExecId, Execution> executions =
                new TreeMap<>(Comparator.comparing(ExecId::text));
        private final Set<ExecId> busts = new HashSet<>();

        Page(Order order, Optional<Due> due) {
            this.order = order;
            this.due = due;
        }

        Prior prior(OrderEvent event) {
            return switch (event) {
                case OrderEvent.Executed(Execution e) -> prior(e.id());
                case OrderEvent.Busted bust -> prior(bust.execId());
                case OrderEvent.Reported _,
                        OrderEvent.Doubted _,
                        OrderEvent.NotSent _,
                        OrderEvent.NeverArrived _,
                        OrderEvent.CancelRequested _,
                        OrderEvent.CancelRefused _ ->
                        Prior.NONE;
            };
        }

        private Prior prior(ExecId id) {
            return new Prior(Optional.ofNullable(executions.get(id)), busts.contains(id));
        }
    }
}
