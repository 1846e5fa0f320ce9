package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.Balance;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.proof.Proves;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.TradingState;
import dev.primegate.testkit.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money in the drift of a broker: a statement, what moved since, and what it says there is now. */
class LiveCashTest {
    @TempDir Path folder;

    @Test
    @Proves("I8")
    void moneyThatNobodyExplainsCountsAgainstTheLimit() throws IOException {
        Desk desk = open("trade-date", true);

        says(desk, "49749.98");
        assertThat(drift(desk)).isEqualTo(new Tally(1, 0, 0, 0, 0));
        assertThat(state(desk)).isEqualTo(TradingState.ACTIVE);

        // The limit is 250: half a percent of a coin at 50000.
        says(desk, "49749.97");
        assertThat(drift(desk)).isEqualTo(new Tally(1, 1, 0, 0, 0));
        assertThat(state(desk)).isEqualTo(TradingState.REDUCING);
    }

    /** A broker that sends no files of money: what it answered the day before is where to begin. */
    @Test
    @Proves("I8")
    void savedBalancesOfTheDayBeforeAreWhereMoneyBegins() throws IOException {
        Path day = Files.createDirectories(folder.resolve("paper").resolve("2026-11-01"));
        Files.writeString(
                day.resolve("20261101_P-1_balances.json"),
                """
                {"balances": [{"symbol": "USD", "amount": "100000", "holds": "0"},
                  {"symbol": "BTC", "amount": "0", "holds": "0"}], "type": "TOTAL_BALANCES"}
                """);
        Desk desk =
                traded(
                        "folder=" + folder,
                        "brokers.paper.live-cash=trade-date",
                        "brokers.paper.files.format=coinbase-prime");

        says(desk, "49749.98");
        assertThat(drift(desk)).isEqualTo(new Tally(1, 0, 0, 0, 0));

        says(desk, "49749.97");
        assertThat(drift(desk)).isEqualTo(new Tally(1, 1, 0, 0, 0));
    }

    @Test
    @Proves("I8")
    void whatIsNotSettledExplainsABrokerThatCountsWhatIs() throws IOException {
        Desk desk = open("settlement-date", true);
        buysShares(desk);
        desk.broker.positions =
                new Fetched.Whole<>(
                        List.of(
                                new Holding("BTC", Decimal10.ONE, Optional.empty()),
                                new Holding("AAPL", Decimal10.of("10"), Optional.empty())),
                        desk.clock.instant());

        // The coin is paid; the shares are not before tomorrow, and cost four times the limit.
        balance(desk, "49999.98");
        assertThat(drift(desk)).isEqualTo(new Tally(1, 0, 0, 0, 0));

        balance(desk, "48999.96");
        assertThat(drift(desk)).isEqualTo(new Tally(1, 1, 0, 0, 0));
    }

    @Test
    @Proves("I8")
    void moneyThatIsNotToldIsNotNone() throws IOException {
        Desk desk = open("trade-date", true);
        desk.broker.balances = new Fetched.Failed<>("status 503");

        assertThat(drift(desk)).isEqualTo(new Tally(1, 0, 0, 0, 1));
        assertThat(state(desk)).isEqualTo(TradingState.ACTIVE);
        assertThat(desk.rules()).contains("drift-unknown").doesNotContain("position-drift");
    }

    @Test
    void withoutAStatementNobodyKnowsHowMuchThereWas() throws IOException {
        Desk desk = open("trade-date", false);
        says(desk, "50000");

        assertThat(drift(desk)).isEqualTo(new Tally(1, 0, 0, 0, 1));
    }

    @Test
    @Proves("I8")
    void moneyOfATradeUnderWayIsExplained() throws IOException {
        Desk desk = open("trade-date", true);
        NewOrder order = Requests.buy("more", "0.5");
        desk.broker.executed =
                new Fetched.Whole<>(
                        List.of(
                                Desk.news(
                                        order,
                                        "b-9",
                                        traded(order, desk.clock.instant().minusSeconds(60)))),
                        desk.clock.instant());
        holds(desk, "1.5");
        balance(desk, "24999.96");

        assertThat(drift(desk)).isEqualTo(new Tally(1, 0, 0, 0, 0));
    }

    /** Ten shares at 100 each, and 0.02 for it. */
    private static void buysShares(Desk desk) {
        NewOrder coins = Requests.buy("shares", "10");
        NewOrder order =
                new NewOrder(
                        coins.tenant(),
                        coins.account(),
                        coins.clOrdId(),
                        new Symbol("AAPL"),
                        coins.side(),
                        coins.size(),
                        coins.terms(),
                        coins.timeInForce(),
                        coins.effectiveTime(),
                        coins.expireTime(),
                        coins.execInst(),
                        coins.locateId(),
                        coins.exDestination(),
                        coins.desk(),
                        coins.trader(),
                        coins.text());
        var _ =
                desk.books
                        .book()
                        .admit(
                                Requests.routed(
                                        Requests.intent(
                                                order,
                                                "owner",
                                                Requests.wide(),
                                                desk.clock.instant()),
                                        PaperRecords.PAPER));
        var _ =
                desk.books
                        .book()
                        .apply(order.id(), Requests.executed(order, "fill-2", "10"), "test");
    }

    private static OrderEvent traded(NewOrder order, Instant at) {
        Execution told =
                ((OrderEvent.Executed) Requests.executed(order, "fill-9", "0.5", "50000"))
                        .execution();
        return new OrderEvent.Executed(
                new Execution(
                        told.id(),
                        told.symbol(),
                        told.side(),
                        told.lastQty(),
                        told.lastPx(),
                        told.fee(),
                        at,
                        Optional.empty(),
                        "00"));
    }

    /** There were 100000 when the first of November ended; a coin was bought for 50000 since. */
    private Desk open(String counts, boolean told) throws IOException {
        if (told) {
            Path day = Files.createDirectories(folder.resolve("paper").resolve("2026-11-01"));
            Files.writeString(
                    day.resolve("20261101_money.csv"), "acct,ccy,held\nP-1,USD,100000\nEND,1,\n");
        }
        return traded(
                "folder=" + folder,
                "brokers.paper.live-cash=" + counts,
                "brokers.paper.market=xnys",
                "brokers.paper.files.format=csv",
                "brokers.paper.files.mappings[0].name=money",
                "brokers.paper.files.mappings[0].file-name=(?<day>[0-9]{8})_money[.]csv",
                "brokers.paper.files.mappings[0].book=cash",
                "brokers.paper.files.mappings[0].columns.account=acct",
                "brokers.paper.files.mappings[0].columns.currency=ccy",
                "brokers.paper.files.mappings[0].columns.traded=held",
                "brokers.paper.files.mappings[0].trailer=END");
    }

    private static Desk traded(String... settings) {
        Desk desk = new Desk(BooksConfigs.of(settings));
        desk.keepsMain();
        NewOrder order = Requests.buy("held", "1");
        desk.heard("held", Requests.executed(order, "fill-1", "1", "50000"));
        desk.clock.advance(Duration.ofHours(1));
        desk.books
                .references()
                .publish(Requests.BTC, Requests.price("50000", desk.clock.instant()));
        desk.broker.executed = new Fetched.Whole<>(List.of(), desk.clock.instant());
        return desk;
    }

    private static void says(Desk desk, String dollars) {
        holds(desk, "1");
        balance(desk, dollars);
    }

    private static void holds(Desk desk, String coins) {
        desk.broker.positions =
                new Fetched.Whole<>(
                        List.of(new Holding("BTC", Decimal10.of(coins), Optional.empty())),
                        desk.clock.instant());
    }

    private static void balance(Desk desk, String dollars) {
        Asset usd = new Asset("USD");
        desk.broker.balances =
                new Fetched.Whole<>(
                        List.of(
                                new Balance(
                                        new Money(Decimal10.of(dollars), usd),
                                        new Money(Decimal10.ZERO, usd))),
                        desk.clock.instant());
    }

    private static Tally drift(Desk desk) {
        return desk.run(Job.Kind.DRIFT);
    }

    private static TradingState state(Desk desk) {
        return desk.books.halts().cases().stream()
                .findFirst()
                .map(HaltCase::state)
                .orElse(TradingState.ACTIVE);
    }
}
