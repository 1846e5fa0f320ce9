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
import dev.primegate.statement.Statement.Book;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Flex query answers. */
class FlexStatementsTest {
    private final StatementReader reader = new FlexStatements(Samples.SPELLINGS, Samples.NEW_YORK);

    @Test
    @Proves({"J7", "X56"})
    void everySectionIsReadAndTimesAreThoseOfTheAccount() {
        Statement read = read(Samples.FLEX);

        assertThat(read.about()).isEqualTo("flex daily U1");
        assertThat(read.books())
                .containsExactlyInAnyOrder(Book.TRADES, Book.HOLDINGS, Book.CASH, Book.JOURNAL);
        assertThat(read.quarantined()).isEmpty();
        assertThat(read.lines()).hasSize(5);
        TradeLine sold = (TradeLine) read.lines().getFirst();
        assertThat(sold)
                .isEqualTo(
                        new TradeLine(
                                sold.origin(),
                                "U1",
                                "0000e0d5.1",
                                Optional.of("7"),
                                Named.of(new Symbol("AAPL")),
                                Side.SELL,
                                Quantity.of("4"),
                                Price.of("187.25"),
                                new Asset("USD"),
                                Optional.of(new Money(Decimal10.of("1.24"), new Asset("USD"))),
                                new TradeDays(
                                        LocalDate.of(2026, 11, 20),
                                        Optional.of(LocalDate.of(2026, 11, 23)),
                                        // 20:59 in New York is the next day in UTC.
                                        Optional.of(Instant.parse("2026-11-21T01:59:00Z"))),
                                false));
        TradeLine cancelled = (TradeLine) read.lines().get(1);
        assertThat(cancelled.busted()).isTrue();
        assertThat(cancelled.id()).isEqualTo("12");
        CashLine cash = (CashLine) read.lines().get(3);
        assertThat(cash.traded()).isEqualTo(Decimal10.of("1000.123456789"));
        assertThat(cash.settled()).contains(Decimal10.of("250"));
    }

    @Test
    @Proves("J7")
    void aMalformedRowIsSetAsideWithItsLine() {
        Statement read = read(Samples.FLEX.replace("buySell=\"SELL\"", "buySell=\"SHORT\""));

        assertThat(read.quarantined())
                .extracting(Statement.Quarantined::line, Statement.Quarantined::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(10L, "unknown buySell: SHORT"));
        assertThat(read.lines()).hasSize(4);
    }

    @Test
    @Proves("X54")
    void aTornFileIsRefusedWhole() {
        for (int length = 0; length < Samples.FLEX.stripTrailing().length(); length += 7) {
            assertThat(reader.read(file(Samples.FLEX.substring(0, length))))
                    .isInstanceOf(Reading.Refused.class);
        }
        assertThat(reader.read(file(Samples.FLEX.replace("count=\"1\"", "count=\"2\""))))
                .isEqualTo(new Reading.Refused("it promises 2 statements and has 1"));
    }

    @Test
    @Proves("X55")
    void noEntityIsEverOpened(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "AAPL");
        String laughs =
                "<!DOCTYPE FlexQueryResponse [<!ENTITY a \"AAPL\"><!ENTITY b \"&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;\">]>";
        for (String type :
                List.of(
                        laughs,
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri()),
                        "<!DOCTYPE x SYSTEM \"%s\">".formatted(secret.toUri()),
                        "<!DOCTYPE x>")) {
            for (String entity : List.of("&c;", "&e;", "AAPL")) {
                String text =
                        Samples.FLEX
                                .replace("<FlexQueryResponse", type + "<FlexQueryResponse")
                                .replace("symbol=\"AAPL\"", "symbol=\"" + entity + "\"");

                assertThat(reader.read(file(text))).isInstanceOf(Reading.Refused.class);
            }
        }
    }

    @Test
    void anAnswerThatIsNotReadyOrOfMoreThanADayIsRefused() {
        assertThat(
                        reader.read(
                                file(
                                        "<FlexStatementResponse><Status>Warn</Status></FlexStatementResponse>")))
                .isEqualTo(
                        new Reading.Refused(
                                "it is no FlexQueryResponse but FlexStatementResponse"));
        assertThat(
                        reader.read(
                                file(
                                        Samples.FLEX.replace(
                                                "fromDate=\"2026-11-20\"",
                                                "fromDate=\"2026-11-19\""))))
                .isEqualTo(new Reading.Refused("it is of more than one day"));
    }

    private Statement read(String text) {
        return Samples.whole(reader.read(file(text)));
    }

    private static StatementFile file(String text) {
        return Samples.file("flex.xml", text);
    }
}
