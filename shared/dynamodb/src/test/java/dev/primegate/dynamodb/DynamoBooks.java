package dev.primegate.dynamodb;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsInbox;
import dev.primegate.broker.Quotes;
import dev.primegate.broker.RateDays;
import dev.primegate.ledger.BalanceLog;
import dev.primegate.ledger.Journal;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Margins;
import dev.primegate.ledger.Orphans;
import dev.primegate.risk.Closes;
import dev.primegate.risk.FailureLog;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Peaks;
import dev.primegate.risk.Ramp;
import dev.primegate.risk.References;
import dev.primegate.runtime.Ids;
import dev.primegate.telemetry.Meters;
import dev.primegate.testkit.Books;
import dev.primegate.testkit.WatchContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every port over one fresh table of a DynamoDB Local. */
final class DynamoBooks implements Books {
    private final Table table;
    private final Transactions transactions;
    private final Clock clock;
    private final Meters meters = new Meters();

    DynamoBooks(DynamoDbClient client, String name, Clock clock) {
        Ids ids = () -> UUID.randomUUID().toString();
        this.table = new Table(client, () -> name);
        this.transactions =
                new Transactions(
                        table,
                        length -> LockSupport.parkNanos(length.toNanos()),
                        new Random(1),
                        ids);
        this.clock = clock;
    }

    /** The same table, through a client with {@code fault}. */
    DynamoBooks failing(Fault fault) {
        return new DynamoBooks(fault.over(table.client()), table.name(), clock);
    }

    Meters meters() {
        return meters;
    }

    HaltItems items() {
        return new HaltItems(table, transactions);
    }

    /** Changes an attribute behind everybody's back. */
    void change(Key key, String attribute, AttributeValue value) {
        table.client()
                .updateItem(update ->
                        update.tableName(table.name())
                                .key(key.attributes())
                                .updateExpression("SET #a = :v")
                                .expressionAttributeNames(Map.of("#a", attribute))
                                .expressionAttributeValues(Map.of(":v", value)));
    }

    void delete(Key key) {
        table.delete(key);
    }

    /** Ends the process, so to speak, at one call to the table. */
    static final class Fault {
        private final int call;
        private int calls;

        /** Before this call, which is after the one before it. */
        Fault(int call) {
            this.call = call;
        }

        boolean happened() {
            return calls >= call;
        }

        DynamoDbClient over(DynamoDbClient client) {
            return (DynamoDbClient)
                    Proxy.newProxyInstance(
                            DynamoDbClient.class.getClassLoader(),
                            new Class<?>[] {DynamoDbClient.class},
                            (_, method, arguments) -> {
                                if (++calls == call) {
                                    throw new Death();
                                }
                                try {
                                    return method.invoke(client, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getTargetException();
                                }
                            });
        }

        /** Nothing of the product survives it. */
        static final class Death extends Error {
            private static final long serialVersionUID = 1;
        }
    }

    @Override
    public OrderBook book() {
        return new DynamoOrderBook(
                table,
                new Admissions(table, transactions, new HeadroomItems(table, transactions)),
                new Postings(table, transactions, meters),
                new HaltItems(table, transactions),
                clock);
    }

    @Override
    public OrderQuery query() {
        return new DynamoOrderQuery(table);
    }

    @Override
    public Halts halts() {
        return new DynamoHalts(
                table, transactions, new HaltItems(table, transactions), trails(), clock);
    }

    @Override
    public DynamoTrails trails() {
        return new DynamoTrails(table, transactions);
    }

    @Override
    public FailureLog failures() {
        return new DynamoFailureLog(table);
    }

    @Override
    public Ramp ramp() {
        return new DynamoRamp(table, trails());
    }

    @Override
    public Ledger ledger() {
        // So few that a test of a handful of lines meets marks.
        return new DynamoLedger(table, new CostMarks(table, 2));
    }

    @Override
    public Journal journal() {
        return new DynamoJournal(table, ledgerWrites(), trails(), clock);
    }

    @Override
    public Orphans orphans() {
        return new DynamoOrphans(table, transactions, ledgerWrites(), meters);
    }

    private LedgerWrites ledgerWrites() {
        return new LedgerWrites(table, transactions, new HeadroomItems(table, transactions));
    }

    @Override
    public AccountMaster accounts() {
        return new DynamoAccounts(table);
    }

    @Override
    public BalanceLog balances() {
        return new DynamoBalances(table);
    }

    @Override
    public References references() {
        return new DynamoReferences(table);
    }

    @Override
    public Quotes quotes() {
        return new DynamoQuotes(table);
    }

    @Override
    public Peaks peaks() {
        return new DynamoPeaks(table);
    }

    @Override
    public Margins margins() {
        return new DynamoMargins(table);
    }

    @Override
    public RateDays rateDays() {
        return new DynamoRateDays(table);
    }

    @Override
    public Closes closes() {
        return new DynamoCloses(table);
    }

    @Override
    public NewsInbox inbox() {
        return new DynamoNewsInbox(table, new DynamoAlertLog(table));
    }

    @Override
    public IncidentBook incidents() {
        return new DynamoIncidentBook(table, transactions);
    }

    DynamoBreakLog breaks() {
        return new DynamoBreakLog(table, transactions, trails());
    }

    WatchContract.Watching watching() {
        return new WatchContract.Watching(
                new DynamoWatchBook(table, transactions),
                new DynamoJobRuns(table),
                new DynamoJobAsks(table));
    }

    @Override
    public FeedLeases leases() {
        return new DynamoFeedLeases(table, clock);
    }

    @Override
    public List<Alert> alerts() {
        return table
                .client()
                .scanPaginator(scan ->
                        scan.tableName(table.name())
                                .consistentRead(true)
                                .filterExpression("#type = :alert")
                                .expressionAttributeNames(Map.of("#type", "type"))
                                .expressionAttributeValues(
                                        Map.of(":alert", AttributeValue.fromS("ALERT"))))
                .items()
                .stream()
                .map(item -> alert(new Item(item)))
                .toList();
    }

    private static Alert alert(Item item) {
        return new Alert(
                item.text("id"),
                Alert.Action.valueOf(item.text("action")),
                item.text("rule"),
                item.text("dedupKey"),
                Severity.valueOf(item.text("severity")),
                item.text("summary"),
                item.time("at"),
                item.map("details"));
    }
}
