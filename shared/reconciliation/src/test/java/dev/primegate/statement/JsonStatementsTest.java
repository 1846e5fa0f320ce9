package dev.primegate.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Digest;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.settlement.TradeDates;
import dev.primegate.statement.Statement.Book;
import dev.primegate.statement.Statement.Quarantined;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Coinbase Prime and FalconX answered, saved as files. */
class JsonStatementsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Asset USD = new Asset("USD");
    private static final String TRADES = "20261120_pf-1_trades.json";
    private static final String BALANCES = "20261120_pf-1_balances.json";

    private final StatementReader prime =
            JsonStatements.ofCoinbasePrime(Samples.SPELLINGS, TradeDates.UTC);
    private final StatementReader falconX =
            JsonStatements.ofFalconX(Samples.SPELLINGS, TradeDates.UTC);

    @Test
    @Proves({"J7", "G13"})
    void fillsOfPrimeAreReadPageByPage() {
        StatementFile file = Samples.file(TRADES, Samples.PRIME_TRADES);

        Statement read = Samples.whole(prime.read(file));

        assertThat(read.day()).isEqualTo(DAY);
        assertThat(read.about()).isEqualTo("TRADES pf-1");
        assertThat(read.books()).isEqualTo(Set.of(Book.TRADES));
        assertThat(read.quarantined()).isEmpty();
        assertThat(read.lines())
                .extracting(line -> ((TradeLine) line).id())
                .containsExactly("f-1", "f-2", "f-3");
        assertThat(read.lines().getFirst())
                .isEqualTo(
                        new TradeLine(
                                new Origin(TRADES + "#" + file.hash(), 1),
                                "pf-1",
                                "f-1",
                                Optional.of("o-1"),
                                Named.of(new Symbol("BTC-USD")),
                                Side.BUY,
                                Quantity.of("0.5"),
                                Price.of("64000"),
                                USD,
                                Optional.of(new Money(Decimal10.of("3.2"), USD)),
                                new TradeDays(
                                        DAY,
                                        Optional.empty(),
                                        Optional.of(Instant.parse("2026-11-20T10:00:00.123Z"))),
                                false));
    }

    @Test
    @Proves({"J7", "G13"})
    void quotesOfFalconXThatWereExecutedAreTrades() {
        StatementFile file = Samples.file(TRADES, Samples.FALCONX_TRADES);

        Statement read = Samples.whole(falconX.read(file));

        assertThat(read.quarantined()).isEmpty();
        assertThat(read.lines())
                .containsExactly(
                        quote(file, 1, "q-1", "BTC", Side.BUY, "1.23", "60012.5", "1", "10:00:01"),
                        quote(file, 3, "q-3", "ETH", Side.SELL, "2", "3100.25", "0", "11:00:00"));
    }

    @Test
    @Proves("J7")
    void balancesAreReadAndThoseOfPlatformsAreOne() {
        Statement ofPrime =
                Samples.whole(prime.read(Samples.file(BALANCES, Samples.PRIME_BALANCES)));
        Statement ofFalconX =
                Samples.whole(falconX.read(Samples.file(BALANCES, Samples.FALCONX_BALANCES)));

        assertThat(ofPrime.books()).isEqualTo(Set.of(Book.CASH));
        assertThat(balances(ofPrime)).containsExactly("BTC 0.123456789", "USD 1000.25");
        assertThat(balances(ofFalconX)).containsExactly("BTC -0.75", "USD 187.624207");
    }

    @Test
    @Proves("X54")
    void aListThatIsNotWholeIsRefused() {
        String page =
                Samples.PRIME_TRADES.substring(0, Samples.PRIME_TRADES.lastIndexOf("{\"fills\""));
        assertThat(prime.read(Samples.file(TRADES, page)))
                .isEqualTo(new Reading.Refused("pagination.has_next of page 1 of 1 is true"));
        assertThat(prime.read(Samples.file(TRADES, "{\"fills\": []}")))
                .isEqualTo(new Reading.Refused("pagination.has_next of page 1 of 1 is not said"));
        assertThat(prime.read(Samples.file(TRADES, "")))
                .isEqualTo(new Reading.Refused("it has no page"));
        assertThat(prime.read(Samples.file(TRADES, "{\"message\": \"forbidden\"}")))
                .isEqualTo(new Reading.Refused("it has no list of fills"));
        String some = Samples.PRIME_BALANCES.replace("TOTAL_BALANCES", "VAULT_BALANCES");
        assertThat(prime.read(Samples.file(BALANCES, some)))
                .isEqualTo(new Reading.Refused("it is not one answer of TOTAL_BALANCES"));
        assertThat(falconX.read(Samples.file(TRADES, "{\"error\": {\"code\": \"E\"}}")))
                .isEqualTo(new Reading.Refused("it is no list"));
        assertThat(falconX.read(Samples.file(TRADES, "[] []")))
                .isEqualTo(new Reading.Refused("it goes on after its list"));
    }

    /** Wherever it is cut: JSON that does not end is no statement. */
    @Test
    @Proves("X54")
    void aFileThatWasCutIsRefusedWhereverItWas() {
        for (String whole : List.of(Samples.PRIME_TRADES, Samples.FALCONX_TRADES)) {
            StatementReader reader = whole.startsWith("[") ? falconX : prime;
            for (int length = 0; length < whole.stripTrailing().length(); length++) {
                assertThat(reader.read(Samples.file(TRADES, whole.substring(0, length))))
                        .as("the first %d", length)
                        .isInstanceOf(Reading.Refused.class);
            }
        }
    }

    @Test
    @Proves("X54")
    void aHashInItsNameMustBeThatOfTheFile() {
        String hash = Digest.hexOf(Samples.bytes("[]"));

        assertThat(falconX.read(Samples.file("20261120_a_trades_%s.json".formatted(hash), "[]")))
                .isInstanceOf(Reading.Whole.class);
        assertThat(falconX.read(Samples.file("20261120_a_trades_%s.json".formatted(hash), "[ ]")))
                .isInstanceOf(Reading.Refused.class);
        assertThat(falconX.read(Samples.file("trades.json", "[]")))
                .isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @Proves("X54")
    @CsvSource({
        "BUY, HOLD, unknown side: HOLD",
        "2026-11-20T23:59:59Z, 2026-11-21T00:00:00Z, 'expected the day 2026-11-20, found 2026-11-21'",
        "0.00000001, 0.00000000001, filled_quantity has more than ten places: 0.00000000001",
        "2026-11-20T10:00:01Z, yesterday, time is no time: yesterday",
        "64000.01, much, price is no number: much",
        "f-2, '', id is empty",
    })
    void aRowOfPrimeThatCannotBeReadIsSetAside(String good, String bad, String why) {
        String text = Samples.PRIME_TRADES;
        int at = text.lastIndexOf(good);

        Statement read =
                Samples.whole(
                        prime.read(
                                Samples.file(
                                        TRADES,
                                        text.substring(0, at)
                                                + bad
                                                + text.substring(at + good.length()))));

        assertThat(read.lines()).hasSize(2);
        assertThat(read.quarantined()).extracting(Quarantined::reason).containsExactly(why);
        assertThat(read.quarantined()).extracting(Quarantined::file).containsExactly(TRADES);
        assertThat(read.quarantined().getFirst().line()).isIn(2L, 3L);
    }

    @ParameterizedTest
    @Proves("X54")
    @CsvSource({
        "'\"side_executed\": \"buy\"', '\"side_executed\": \"both\"', unknown side: both",
        "'\"is_filled\": true', '\"is_filled\": \"perhaps\"', unknown is_filled: perhaps",
        "'\"is_filled\": true', '\"filled\": true', is_filled is empty",
        "'\"is_filled\": true', '\"is_filled\": false', 'executed, and not filled'",
        "'\"success\"', '\"failure\"', 'filled, and its status is failure'",
        "'{\"token\": \"BTC\"', '{\"token\": \"USD\"', its quantity is not in units of the base",
    })
    void aRowOfFalconXThatCannotBeReadIsSetAside(String good, String bad, String why) {
        String text = Samples.FALCONX_TRADES.replaceFirst(quoted(good), bad);

        Statement read = Samples.whole(falconX.read(Samples.file(TRADES, text)));

        assertThat(read.lines()).hasSize(1);
        assertThat(read.quarantined()).containsExactly(new Quarantined(TRADES, 1, why));
    }

    /** What a product of no name counts its price in stands in its name. */
    @Test
    void aProductThatNobodyKnowsKeepsItsSpelling() {
        Statement read =
                Samples.whole(
                        prime.read(
                                Samples.file(
                                        TRADES,
                                        Samples.PRIME_TRADES.replace("ETH-USD", "XYZ-EUR"))));

        TradeLine line = (TradeLine) read.lines().getLast();
        assertThat(line.instrument()).isEqualTo(new Named("XYZ-EUR", Optional.empty()));
        assertThat(line.currency()).isEqualTo(new Asset("EUR"));
    }

    private static String quoted(String text) {
        return java.util.regex.Pattern.quote(text);
    }

    private static TradeLine quote(
            StatementFile file,
            long row,
            String id,
            String base,
            Side side,
            String quantity,
            String price,
            String fee,
            String time) {
        return new TradeLine(
                new Origin(TRADES + "#" + file.hash(), row),
                "pf-1",
                id,
                Optional.of(id),
                Named.of(new Symbol(base + "-USD")),
                side,
                Quantity.of(quantity),
                Price.of(price),
                USD,
                Optional.of(new Money(Decimal10.of(fee), USD)),
                new TradeDays(
                        DAY, Optional.empty(), Optional.of(Instant.parse(DAY + "T" + time + "Z"))),
                false);
    }

    private static List<String> balances(Statement statement) {
        return statement.lines().stream()
                .map(CashLine.class::cast)
                .map(line -> "%s %s".formatted(line.asset(), line.traded()))
                .toList();
    }
}
