package dev.primegate.reconcile;

import dev.primegate.book.OrderQuery;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.OrderReports;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.ExecId;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.statement.TradeLine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The trades that a broker reports when it is asked. */
@Singleton
class ReportedTrades {
    private final Brokers<OrderReports> reports;
    private final AccountMaster accounts;
    private final OrderQuery query;
    private final OurBooks books;

    ReportedTrades(
            Brokers<OrderReports> reports,
            AccountMaster accounts,
            OrderQuery query,
            OurBooks books) {
        this.reports = reports;
        this.accounts = accounts;
        this.query = query;
        this.books = books;
    }

    /**
     * Everything executed since {@code from}; a trade of nobody, or a line unread, fails it all.
     */
    Fetched<List<TradeLine>> since(BrokerId broker, Instant from) {
        return reports.find(broker)
                .map(r ->
                        switch (r.executionsSince(from)) {
                            case Fetched.Failed<List<BrokerNews>>(String why) ->
                                    new Fetched.Failed<List<TradeLine>>(why);
                            case Fetched.Whole<List<BrokerNews>>(var news, Instant at) ->
                                    lines(broker, news, at);
                        })
                .orElseGet(() -> new Fetched.Failed<>("it reports no trades"));
    }

    private Fetched<List<TradeLine>> lines(BrokerId broker, List<BrokerNews> news, Instant at) {
        Set<ExecId> busted =
                news.stream()
                        .filter(BrokerNews.OfOrder.class::isInstance)
                        .map(one -> ((BrokerNews.OfOrder) one).event())
                        .filter(OrderEvent.Busted.class::isInstance)
                        .map(event -> ((OrderEvent.Busted) event).execId())
                        .collect(Collectors.toSet());
        // A report may tell of one execution twice where its pages meet; an id is one trade.
        Set<TradeLine> lines = new LinkedHashSet<>();
        for (BrokerNews one : news) {
            if (one instanceof BrokerNews.Unreadable unreadable) {
                return new Fetched.Failed<>("it cannot be read: " + unreadable.why());
            }
            if (one instanceof BrokerNews.OfOrder told
                    && told.event() instanceof OrderEvent.Executed executed) {
                Optional<String> number = number(broker, told.orderId());
                if (number.isEmpty()) {
                    return new Fetched.Failed<>(
                            "execution %s is of no account of ours"
                                    .formatted(executed.execution().id()));
                }
                lines.add(
                        books.line(
                                number.get(),
                                broker,
                                Optional.of(told.brokerOrderId()),
                                executed.execution(),
                                busted.contains(executed.execution().id())));
            }
        }
        return new Fetched.Whole<>(List.copyOf(lines), at);
    }

    /** The account of the order, or the one in which trades of no order stand. */
    private Optional<String> number(BrokerId broker, Optional<OrderId> order) {
        Optional<AccountRecord> known =
                order.flatMap(query::find)
                        .flatMap(o -> accounts.find(o.request().tenant(), o.request().account()));
        return known.or(() -> accounts.homeOfOrphans(broker))
                .flatMap(account -> account.at(broker))
                .map(BrokerAccount::number);
    }
}
