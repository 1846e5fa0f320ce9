package dev.primegate.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Clear Street leaves at the end of a day. */
class ClearStreetStatementsTest {
    private final StatementReader reader = new ClearStreetStatements("account", Samples.SPELLINGS);

    @Test
    @Proves("J7")
    void aTradeIsReadWithItsFeesAndBothDays() {
        StatementFile file = Samples.clearStreet("account", "trade", Samples.TRADES);

        Statement read = Samples.whole(reader.read(file));

        assertThat(read.quarantined()).isEmpty();
        assertThat(read.lines()).hasSize(3);
        assertThat(read.lines().getFirst())
                .isEqualTo(
                        new TradeLine(
                                new Origin(file.name() + "#" + file.hash(), 2),
                                "100098",
                                "T-1",
                                Optional.empty(),
                                Named.of(new Symbol("AAPL")),
                                Side.BUY,
                                Quantity.of("100"),
                                Price.of("187.25"),
                                new Asset("USD"),
                                Optional.of(new Money(Decimal10.of("2"), new Asset("USD"))),
                                new TradeDays(
                                        LocalDate.of(2026, 11, 20),
                                        Optional.of(LocalDate.of(2026, 11, 23)),
                                        Optional.empty()),
                                false));
        assertThat(((TradeLine) read.lines().get(1)).side()).isEqualTo(Side.SELL_SHORT);
        assertThat(((TradeLine) read.lines().get(2)).busted()).isTrue();
    }

    @Test
    @Proves("J7")
    void positionsTellTradeDateAndSettlementDateApart() {
        Statement read =
                Samples.whole(
                        reader.read(Samples.clearStreet("account", "position", Samples.POSITIONS)));

        HoldingLine first = (HoldingLine) read.lines().getFirst();
        assertThat(first.traded()).isEqualTo(Decimal10.of("100"));
        assertThat(first.settled()).contains(Decimal10.ZERO);
    }

    @Test
    void cashAndJournalsAreRead() {
        Statement cash =
                Samples.whole(
                        reader.read(
                                Samples.clearStreet(
                                        "account",
                                        "summary",
                                        """
                                        Date,Account ID,Currency,TD Balance,SD Balance
                                        20261120,100098,USD,20178.66,-500.67
                                        """)));
        Statement journal =
                Samples.whole(
                        reader.read(
                                Samples.clearStreet(
                                        "account",
                                        "journal",
                                        "Date,Account ID,Instrument Name,Currency,Segment,Memo,"
                                                + "TD Quantity,TD Amount\n"
                                                + "20261120,100098,AAPL,,sl,in,4000,0\n"
                                                + "20261120,100098,,USD,sl,fee,,-25\n")));

        assertThat(((CashLine) cash.lines().getFirst()).settled())
                .contains(Decimal10.of("-500.67"));
        assertThat(((JournalLine) journal.lines().getFirst()).quantity())
                .isEqualTo(Decimal10.of("4000"));
        assertThat(((JournalLine) journal.lines().getFirst()).amount()).isEmpty();
        assertThat(((JournalLine) journal.lines().getLast()).amount())
                .contains(new Money(Decimal10.of("-25"), new Asset("USD")));
    }

    @Test
    @Proves("J7")
    void aMalformedRowIsSetAsideWithItsLineAndTheOthersGoOn() {
        String text =
                Samples.TRADES
                        + Samples.trade("T-4", "insert", "buy", "", "1,000", "AAPL", "187")
                        + Samples.trade("T-5", "insert", "buy", "", "lots", "AAPL", "187")
                        + Samples.trade("T-6", "amend", "buy", "", "1", "AAPL", "187")
                        + Samples.trade("T-7", "insert", "buy", "", "0.00000000001", "AAPL", "187")
                        + Samples.trade("T-8", "insert", "buy", "", "0", "AAPL", "187")
                        + Samples.trade("T-9", "insert", "buy", "", "1", "AAPL", "187")
                                .replace("20261120,20261123", "20261131,20261123")
                        + Samples.trade("T-10", "insert", "buy", "", "1", "AAPL", "187");
        StatementFile file = Samples.clearStreet("account", "trade", text);

        Statement read = Samples.whole(reader.read(file));

        assertThat(read.lines())
                .extracting(line -> ((TradeLine) line).id())
                .containsExactly("T-1", "T-2", "T-3", "T-10");
        assertThat(read.quarantined())
                .containsExactly(
                        bad(file, 5, "expected 33 fields, found 34"),
                        bad(file, 6, "Quantity is no number: lots"),
                        bad(file, 7, "unknown Action: amend"),
                        bad(file, 8, "Quantity has more than ten places: 0.00000000001"),
                        bad(file, 9, "the trade is for nothing"),
                        bad(file, 10, "Trade Date is no day: 20261131"));
    }

    @Test
    @Proves("X54")
    void aTornFileIsRefusedWhole() {
        StatementFile whole = Samples.clearStreet("account", "trade", Samples.TRADES);
        for (int length = 0; length < Samples.TRADES.length(); length++) {
            Reading torn =
                    reader.read(Samples.file(whole.name(), Samples.TRADES.substring(0, length)));

            assertThat(torn).isInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    void anUnknownSpellingIsKeptAndNotGuessed() {
        Statement read =
                Samples.whole(
                        reader.read(
                                Samples.clearStreet(
                                        "account",
                                        "trade",
                                        Samples.TRADES.replace(",AAPL,", ",AAPL US,"))));

        assertThat(((TradeLine) read.lines().getFirst()).instrument())
                .isEqualTo(new Named("AAPL US", Optional.empty()));
    }

    @Test
    void oneLevelIsReadAndWhatIsForPeopleIsNot() {
        String hash = "0".repeat(64);
        assertThat(reader.read(Samples.clearStreet("org", "trade", Samples.TRADES)))
                .isInstanceOf(Reading.Passed.class);
        assertThat(
                        reader.read(
                                Samples.file(
                                        "20261120_fund.4.98.x_confirm_" + hash + ".csv", "%PDF")))
                .isInstanceOf(Reading.Passed.class);
        assertThat(reader.read(Samples.file("trades.csv", Samples.TRADES)))
                .isInstanceOf(Reading.Refused.class);
    }

    @Test
    void aHeadingThatLacksAColumnOrHasOneTwiceIsRefused() {
        for (String text :
                new String[] {
                    Samples.TRADES.replace("Fee Taf", "Fee Taff"),
                    Samples.TRADES.replace("Client Trade ID", "Trade ID"),
                    ""
                }) {
            assertThat(reader.read(Samples.clearStreet("account", "trade", text)))
                    .isInstanceOf(Reading.Refused.class);
        }
    }

    private static Statement.Quarantined bad(StatementFile file, long line, String reason) {
        return new Statement.Quarantined(file.name(), line, reason);
    }
}
