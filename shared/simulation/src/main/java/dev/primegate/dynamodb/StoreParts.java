package dev.primegate.dynamodb;

import dev.primegate.alert.AlertLog;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsInbox;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Ramp;
import dev.primegate.risk.References;
import dev.primegate.runtime.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The product's stores, put together by hand over any DynamoDB. */
public record StoreParts(
        OrderBook book,
        OrderQuery query,
        NewsInbox inbox,
        FeedLeases leases,
        References references,
        Halts halts,
        Ramp ramp,
        AlertLog alerts) {
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
        return new StoreParts(
                new DynamoOrderBook(
                        table,
                        new Admissions(table, transactions, new HeadroomItems(table, transactions)),
                        new Postings(table, transactions),
                        new HaltItems(table, transactions),
                        clock),
                new DynamoOrderQuery(table),
                new DynamoNewsInbox(table, alerts),
                new DynamoFeedLeases(table, clock),
                new DynamoReferences(table),
                new DynamoHalts(table, transactions, new HaltItems(table, transactions), clock),
                new DynamoRamp(table),
                alerts);
    }
}
