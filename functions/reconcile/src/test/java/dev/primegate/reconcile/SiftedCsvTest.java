package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.comparison.Residue;
import dev.primegate.comparison.TradeReport;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.statement.Named;
import dev.primegate.statement.Origin;
import dev.primegate.statement.TradeDays;
import dev.primegate.statement.TradeLine;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a part left, as a file, loses nothing of what it was. */
class SiftedCsvTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant AT = Instant.parse("2026-11-20T15:04:05.123456789Z");

    private static final TradeLine BARE =
            new TradeLine(
                    new Origin("ledger", 0),
                    "P-1",
                    "fill-1",
                    Optional.empty(),
                    Named.of(new Symbol("BTC-USD")),
                    Side.BUY,
                    Quantity.of("0.0000000001"),
                    Price.of("123456789012345.0123456789"),
                    new Asset("USD"),
                    Optional.empty(),
                    new TradeDays(DAY, Optional.empty(), Optional.empty()),
                    false);

    private static final TradeLine FULL =
            new TradeLine(
                    new Origin("a file, \"quoted\".csv#cafe", 4_000_000_000L),
                    "account, 7",
                    "id \"7\", of more",
                    Optional.of("order-7"),
                    new Named("XBT/USD", Optional.of(new Symbol("BTC-USD"))),
                    Side.SELL_SHORT,
                    Quantity.of("12"),
                    Price.of("0.5"),
                    new Asset("EUR"),
                    Optional.of(new Money(Decimal10.of("-0.02"), new Asset("USD"))),
                    new TradeDays(DAY, Optional.of(DAY.plusDays(1)), Optional.of(AT)),
                    true);

    private static final TradeLine UNKNOWN =
            new TradeLine(
                    new Origin("b.csv#beef", 2),
                    "P-1",
                    "\u00fc\u4e2d",
                    Optional.empty(),
                    new Named("?odd, \"name\"", Optional.empty()),
                    Side.SELL,
                    Quantity.of("1"),
                    Price.of("1"),
                    new Asset("USD"),
                    Optional.of(new Money(Decimal10.ZERO, new Asset("EUR"))),
                    new TradeDays(DAY, Optional.empty(), Optional.of(AT)),
                    false);

    private static final Sifted SIFTED =
            new Sifted(
                    "books",
                    "part",
                    AT,
                    new Residue(
                            new TradeReport(5_000_000_000L, 4, 3, 0),
                            List.of(BARE, FULL),
                            List.of(UNKNOWN, FULL, BARE)));

    @Test
    @Proves("G13")
    void everyFieldOfEveryRowComesBack() {
        assertThat(SiftedCsv.read(SiftedCsv.write(SIFTED))).isEqualTo(SIFTED);
        assertThat(SiftedCsv.read(SiftedCsv.write(Sifted.NOTHING))).isEqualTo(Sifted.NOTHING);
    }

    @Test
    void theSameIsWrittenTheSameAndWhatIsTornIsNotRead() {
        byte[] file = SiftedCsv.write(SIFTED);
        assertThat(SiftedCsv.write(SIFTED)).isEqualTo(file);

        for (int length = 0; length < file.length; length++) {
            byte[] torn = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> SiftedCsv.read(torn)).isInstanceOf(UncheckedIOException.class);
        }
    }
}
