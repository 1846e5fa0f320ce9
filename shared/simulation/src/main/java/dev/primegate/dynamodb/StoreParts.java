package dev.primegate.dynamodb;

import dev.primegate.alert.AlertLog;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsInbox;
import dev.primegate.broker.Quotes;
import dev.primegate.broker.RateBudget;
import dev.primegate.broker.RateDays;
import dev.primegate.ledger.Journal;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Margins;
import dev.primegate.ledger.Orphans;
import dev.primegate.order.Order;
import dev.primegate.risk.FailureLog;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Peaks;
import dev.primegate.risk.Ramp;
import dev.primegate.risk.References;
import dev.primegate.runtime.Ids;
import dev.primegate.telemetry.Meters;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The product's stores, put together by hand over any DynamoDB. */
public record StoreParts(
        OrderBook book,
        OrderQuery query,
        NewsInbox inbox,
        FeedLeases leases,
        References references,
        Quotes quotes,
        Peaks peaks,
        Margins margins,
        FailureLog failures,
        Halts halts,
        Ramp ramp,
        AlertLog alerts,
        Ledger ledger,
        Journal journal,
        Orphans orphans,
        AccountMaster accounts,
        RateBudget rates,
        RateDays rateDays) {
    /** Reads an item of type ORDER. */
    public static Order order(Map<String, AttributeValue> item) {
        return OrderItem.read(new Item(item));
    }

    /** The same, with halts that go through {@code door}. */
    public StoreParts through(UnaryOperator<Halts> door) {
        return new StoreParts(
                book,
                query,
                inbox,
                leases,
                references,
                quotes,
                peaks,
                margins,
                failures,
                door.apply(halts),
                ramp,
                alerts,
                ledger,
                journal,
                orphans,
                accounts,
                rates,
                rateDays);
    }

    /** Puts them together; {@code pause} is how the world waits. */
    public static StoreParts over(
            DynamoDbClient client,
            Clock clock,
            Consumer<Duration> pause,
            RandomGenerator random,
            Ids ids) {
        Table table = new Table(client, () -> "primegate");
        Transactions transactions = new Transactions(table, pause::accept, random, ids);
        AlertLog alerts = new DynamoAlertLog(table);
        HeadroomItems headroom = new HeadroomItems(table, transactions);
        Meters meters = new Meters();
        DynamoTrails trails = new DynamoTrails(table, transactions);
        LedgerWrites writes = new LedgerWrites(table, transactions, headroom);
        return new StoreParts(
                new DynamoOrderBook(
                        table,
                        new Admissions(table, transactions, headroom),
                        new Postings(table, transactions, meters),
                        new HaltItems(table, transactions),
                        clock),
                new DynamoOrderQuery(table),
                new DynamoNewsInbox(table, alerts),
                new DynamoFeedLeases(table, clock),
                new DynamoReferences(table),
                new DynamoQuotes(table),
                new DynamoPeaks(table),
                new DynamoMargins(table),
                new DynamoFailureLog(table),
                new DynamoHalts(
                        table, transactions, new HaltItems(table, transactions), trails, clock),
                new DynamoRamp(table, trails),
                alerts,
                new DynamoLedger(table, new CostMarks(table)),
                new DynamoJournal(table, writes, trails, clock),
                new DynamoOrphans(table, transactions, writes, meters),
                new DynamoAccounts(table),
                new DynamoRateBudget(table, clock),
                new DynamoRateDays(table));
    }
}
