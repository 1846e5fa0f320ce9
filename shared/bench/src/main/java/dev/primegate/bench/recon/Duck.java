package dev.primegate.bench.recon;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * DuckDB, in a JVM, on one thread, with exact decimals: the same files, the same differences, one
 * for each field that differs.
 */
@SuppressWarnings("SystemOut") // It is a program, and this line is what it says.
public final class Duck {
    private static final String COUNT =
            """
            SELECT sum(CASE WHEN o.tradeId IS NULL OR b.tradeId IS NULL THEN 1
              ELSE (o.quantity <> b.quantity)::INT + (o.price <> b.price)::INT
                 + (o.fee IS DISTINCT FROM b.fee)::INT
                 + (o.side <> b.side OR o.instrument <> b.instrument OR o.currency <> b.currency
                    OR o.tradeDate <> b.tradeDate
                    OR o.settleDate IS DISTINCT FROM b.settleDate
                    OR o.feeAsset IS DISTINCT FROM b.feeAsset OR o.busted <> b.busted)::INT END)
            FROM ours o FULL OUTER JOIN brokers b USING (tradeId)
            """;

    private Duck() {}

    /** The third argument is the type of amounts. */
    public static void main(String... arguments) throws SQLException, IOException {
        String type = arguments[2];
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            var _ = statement.execute("SET threads = 1");
            read(statement, "ours", arguments[0], type);
            read(statement, "brokers", arguments[1], type);
            try (ResultSet found = statement.executeQuery(COUNT)) {
                var _ = found.next();
                System.out.println(Cost.sofar().line(found.getLong(1)));
            }
        }
    }

    private static void read(Statement statement, String table, String file, String type)
            throws SQLException {
        var _ =
                statement.execute(
                        """
                                CREATE TABLE %s AS SELECT * FROM read_csv('%s', header = true, columns = {
                                  'tradeId': 'VARCHAR', 'orderId': 'VARCHAR', 'account': 'VARCHAR',
                                  'instrument': 'VARCHAR', 'side': 'VARCHAR', 'quantity': '%s', 'price': '%s',
                                  'currency': 'VARCHAR', 'fee': '%s', 'feeAsset': 'VARCHAR', 'tradeDate': 'DATE',
                                  'settleDate': 'DATE', 'time': 'VARCHAR', 'busted': 'BOOLEAN'})
                        """
                                .formatted(table, file.replace("'", "''"), type, type, type));
    }
}
