package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.order.Side;
import dev.primegate.statement.FileMapping;
import dev.primegate.statement.Statement;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A function in AWS has nothing but its environment to be configured by. */
class BooksConfigTest {
    private static final String WRITTEN =
            """
            primegate.books.bucket=nobody asks for this one
            primegate.books.brokers.coinbase-prime.price-rounding=0.01
            primegate.books.brokers.coinbase-prime.files.format=csv
            primegate.books.brokers.coinbase-prime.files.mappings[0].name=fills
            primegate.books.brokers.coinbase-prime.files.mappings[0].file-name=(?<day>.*)
            primegate.books.brokers.coinbase-prime.files.mappings[0].book=trades
            primegate.books.brokers.coinbase-prime.files.mappings[0].columns.id=ref
            primegate.books.brokers.coinbase-prime.files.mappings[0].columns.trade-date=day
            primegate.books.brokers.coinbase-prime.files.mappings[0].sides.B=buy
            """;

    @Test
    void everythingAboutABrokersFilesCanBeSaidInTheEnvironment() {
        BooksConfig config =
                BooksConfigs.ofEnvironment(
                        Map.of("PRIMEGATE_BOOKS_BUCKET", "desk", "PRIMEGATE_PROPERTIES", WRITTEN));

        assertThat(config.bucket()).contains("desk");
        BooksConfig.Broker broker = Objects.requireNonNull(config.brokers().get("coinbase-prime"));
        assertThat(broker.priceRounding()).isEqualByComparingTo("0.01");
        BooksConfig.Mapping mapping = broker.files().orElseThrow().mappings().getFirst();
        assertThat(mapping.book()).isEqualTo(Statement.Book.TRADES);
        assertThat(mapping.columns())
                .isEqualTo(
                        Map.of(FileMapping.Field.ID, "ref", FileMapping.Field.TRADE_DATE, "day"));
        assertThat(mapping.sides()).isEqualTo(Map.of("B", Side.BUY));
    }
}
