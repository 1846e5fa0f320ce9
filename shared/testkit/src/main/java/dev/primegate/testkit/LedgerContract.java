package dev.primegate.testkit;

import static dev.primegate.testkit.Facts.OTHER_BROKER;
import static dev.primegate.testkit.Facts.entry;
import static dev.primegate.testkit.Facts.later;
import static dev.primegate.testkit.Facts.leg;
import static dev.primegate.testkit.Facts.orphan;
import static dev.primegate.testkit.Facts.position;
import static dev.primegate.testkit.Requests.BROKER;
import static dev.primegate.testkit.Requests.BTC;
import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static dev.primegate.testkit.Requests.buy;
import static dev.primegate.testkit.Requests.executed;
import static dev.primegate.testkit.Requests.intent;
import static dev.primegate.testkit.Requests.limits;
import static dev.primegate.testkit.Requests.sell;
import static dev.primegate.testkit.Requests.wide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.Balance;
import dev.primegate.ledger.Balances;
import dev.primegate.ledger.Booking;
import dev.primegate.ledger.Cost;
import dev.primegate.ledger.ExternalOrder;
import dev.primegate.ledger.Holding;
import dev.primegate.ledger.JournalEntry;
import dev.primegate.ledger.JournalKind;
import dev.primegate.ledger.Leg;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.Orphan;
import dev.primegate.ledger.Position;
import dev.primegate.ledger.PositionId;
import dev.primegate.ledger.TradePage;
import dev.primegate.ledger.Wanted;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Denial;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Transition;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Limits;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger does: positions, the journal, and trades that filled no order of ours. */
public abstract class LedgerContract {
    private static final Instant T0 = BookContract.T0;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    protected final SettableClock clock = new SettableClock(T0);
    private Books books = new MemoryBooks(clock);

    /** An empty store that tells time by {@link #clock}. */
    protected abstract Books open();

    @BeforeEach
    void start() {
        books = open();
    }

    @Test
    void whatWasTakenOverIsBookedWhenASecondPersonSaysTheSame() {
        JournalEntry opening = opening("o1", "4", "360");

        Booking first = books.journal().book(opening, "ann");
        clock.advance(Duration.ofHours(1));
        Booking again = books.journal().book(opening, "ann");
        assertThat(books.ledger().positions(FUND, MAIN)).isEmpty();
        Booking second = books.journal().book(opening, "bob");
        Booking third = books.journal().book(opening, "cy");

        assertThat(first).isEqualTo(new Booking.Asked(T0.plus(Booking.PATIENCE)));
        assertThat(again)
                .isEqualTo(new Booking.SecondPersonNeeded("ann", T0.plus(Booking.PATIENCE)));
        assertThat(second).isEqualTo(new Booking.Booked());
        assertThat(third).isEqualTo(new Booking.Known());
        assertThat(held("main")).isEqualTo("4");
        assertThat(cost("main"))
                .isEqualTo(new Cost(Decimal10.of("4"), Decimal10.of("360"), Decimal10.ZERO));
    }

    @Test
    void aSecondPersonWhoComesTooLateIsTheFirstAnew() {
        JournalEntry opening = opening("o1", "4", "360");
        books.journal().book(opening, "ann");
        clock.advance(Booking.PATIENCE.plusSeconds(1));

        assertThat(books.journal().book(opening, "bob"))
                .isEqualTo(new Booking.Asked(clock.instant().plus(Booking.PATIENCE)));
        assertThat(books.ledger().positions(FUND, MAIN)).isEmpty();
        assertThat(books.journal().book(opening, "ann")).isEqualTo(new Booking.Booked());
    }

    @Test
    void anEntryIsBookedOnceAndItsIdSaysNothingElse() {
        JournalEntry fee = fee("j1", "0.5");

        assertThat(books.journal().book(fee, "ann")).isEqualTo(new Booking.Booked());
        assertThat(books.journal().book(fee, "ann")).isEqualTo(new Booking.Known());
        assertThat(books.journal().book(fee("j1", "0.6"), "ann")).isEqualTo(new Booking.Reused());
        books.journal().book(opening("j2", "1", "1"), "ann");
        assertThat(books.journal().book(opening("j2", "2", "1"), "bob"))
                .isEqualTo(new Booking.Reused());

        assertThat(held("main")).isEqualTo("-0.5");
        assertThat(position0().lines()).isEqualTo(1);
    }

    @Test
    @Proves("J2")
    void aPositionThatComesBeforeAnyOrderTakesHeadroom() {
        Limits max = limits("100000", 9, "5", "2");
        openWith("4");

        assertThat(denied(buy("a", "1.5"), max)).isEqualTo(beyond("symbol-long", "5", "5.5"));
        assertThat(denied(sell("a", "6.5"), max)).isEqualTo(beyond("symbol-short", "2", "2.5"));
        assertThat(admit(buy("a", "1"), max)).isInstanceOf(Admission.Admitted.class);
        assertThat(denied(buy("b", "0.1"), max)).isEqualTo(beyond("symbol-long", "5", "5.1"));
    }

    @Test
    @Proves("J2")
    void aPositionThatMovesBetweenOrdersMovesHeadroomOnce() {
        Limits max = limits("100000", 9, "5", "2");
        trade(buy("a", "3"), "f1", max);
        JournalEntry out = entry("t1", JournalKind.TRANSFER, leg(position("main"), "-2", "-200"));
        books.journal().book(out, "ann");
        books.journal().book(out, "ann");

        assertThat(denied(buy("b", "4.1"), max)).isEqualTo(beyond("symbol-long", "5", "5.1"));
        assertThat(denied(sell("b", "3.1"), max)).isEqualTo(beyond("symbol-short", "2", "2.1"));
        assertThat(admit(buy("b", "4"), max)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aTransferMovesBothSidesOrNeither() {
        openWith("4");
        books.journal()
                .book(
                        entry(
                                "t1",
                                JournalKind.TRANSFER,
                                leg(position("main"), "-3", "-300"),
                                leg(position("side"), "3", "300")),
                        "ann");

        assertThat(held("main")).isEqualTo("1");
        assertThat(held("side")).isEqualTo("3");
        Limits max = limits("100000", 9, "5", "2");
        assertThat(denied(of("side", buy("a", "2.1")), max))
                .isEqualTo(beyond("symbol-long", "5", "5.1"));
        assertThat(denied(buy("a", "4.1"), max)).isEqualTo(beyond("symbol-long", "5", "5.1"));
    }

    @Test
    void aTransferFromBrokerToBrokerTakesNoHeadroom() {
        openWith("4");
        books.journal()
                .book(
                        entry(
                                "t1",
                                JournalKind.TRANSFER,
                                leg(position("main"), "-4", "-400"),
                                leg(position("main", OTHER_BROKER), "4", "400")),
                        "ann");

        assertThat(books.ledger().positions(FUND, MAIN))
                .extracting(p -> p.broker() + " " + p.quantity())
                .containsExactly(BROKER + " 0", OTHER_BROKER + " 4");
        assertThat(denied(buy("a", "1.1"), limits("100000", 9, "5", "0")))
                .isEqualTo(beyond("symbol-long", "5", "5.1"));
    }

    @Test
    void splitsConversionsAndFeesMoveUnitsAndKeepTheCost() {
        PositionId ether = new PositionId(FUND, MAIN, BROKER, new Symbol("ETH-USD"));
        Money cash = new Money(of("7"), new Asset("USD"));
        Leg custody = new Leg(position("main"), of("0"), of("0"), Optional.of(cash));
        List<JournalEntry> entries =
                List.of(
                        entry(
                                "split",
                                JournalKind.CORPORATE_ACTION,
                                leg(position("main"), "4", "0")),
                        entry(
                                "conversion",
                                JournalKind.CONVERSION,
                                leg(position("main"), "-2", "-100"),
                                leg(ether, "30", "100")),
                        fee("gas", "1"),
                        entry("custody", JournalKind.FEE, custody));
        // Told in any order, they count in that of their days.
        for (int day = entries.size(); day > 0; day--) {
            book(later(entries.get(day - 1), day));
        }
        openWith("4");

        // 8 for 400, less 2 with 100, less 1 for nothing: 5 for 250, and 50 lost.
        assertThat(cost("main")).isEqualTo(new Cost(of("5"), of("250"), of("-50")));
        assertThat(cost("main").average()).contains(of("50"));
        assertThat(cost(ether)).isEqualTo(new Cost(of("30"), of("100"), Decimal10.ZERO));
        assertThat(position0().fees()).containsEntry(new Asset("USD"), of("7")).hasSize(1);
    }

    @Test
    @Proves("X32")
    void aPositionThatComesDuringAHaltIsBornHalted() {
        books.halts().halt(Halt.of(HaltScope.of(BTC), "test", "test"));
        openWith("1");

        assertThat(denied(buy("a", "1"), wide()).isHalt()).isTrue();
    }

    @Test
    @Proves("X25")
    void aTradeOfNoOrderStandsInThePositionOnceAndIsTold() {
        Orphan orphan = orphan("main", "b9", buy("x", "2"), "f1", "2");

        assertThat(books.orphans().adopt(orphan, T0)).isTrue();
        assertThat(books.orphans().adopt(orphan, T0.plusSeconds(60))).isFalse();

        assertThat(held("main")).isEqualTo("2");
        assertThat(books.orphans().all(BROKER)).containsExactly(orphan);
        assertThat(books.orphans().all(OTHER_BROKER)).isEmpty();
        assertThat(alerts()).containsExactly("TRIGGER orphan-execution:coinbase-prime/b9");
        assertThat(denied(buy("a", "3.1"), limits("100000", 9, "5", "0")))
                .isEqualTo(beyond("symbol-long", "5", "5.1"));
    }

    @Test
    @Proves({"X24", "X25"})
    void aBustOfAnOrphanTakesItBackOnce() {
        Orphan orphan = orphan("main", "b9", buy("x", "2"), "f1", "2");
        assertThat(books.orphans().bust(BROKER, new ExecId("f1"), T0, "error")).isFalse();
        books.orphans().adopt(orphan, T0);

        assertThat(books.orphans().bust(BROKER, new ExecId("f1"), T0, "error")).isTrue();
        assertThat(books.orphans().bust(BROKER, new ExecId("f1"), T0, "error")).isTrue();

        assertThat(held("main")).isEqualTo("0");
        assertThat(position0().fees()).isEmpty();
        assertThat(books.orphans().all(BROKER)).containsExactly(orphan.bust());
        assertThat(trades("main").getFirst().busted()).isTrue();
    }

    @Test
    @Proves("X25")
    void anOrphanThatFindsItsOrderAtHomeMovesNoPosition() {
        NewOrder order = buy("a", "2");
        Limits max = limits("100000", 9, "5", "0");
        admit(order, max);
        books.orphans().adopt(orphan("main", "b9", order, "f1", "2"), T0);
        assertThat(denied(buy("b", "1.1"), max)).isEqualTo(beyond("symbol-long", "5", "5.1"));

        books.book().apply(order.id(), executed(order, "f1", "2"), "feed");
        books.book().apply(order.id(), executed(order, "f1", "2"), "feed");

        assertThat(found(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(held("main")).isEqualTo("2");
        assertThat(position0().lines()).isEqualTo(1);
        assertThat(books.orphans().all(BROKER)).isEmpty();
        assertThat(trades("main"))
                .singleElement()
                .satisfies(trade -> assertThat(trade.line().order()).contains(order.id()));
        assertThat(alerts()).contains("RESOLVE orphan-execution:coinbase-prime/b9");
        assertThat(denied(buy("b", "3.1"), max)).isEqualTo(beyond("symbol-long", "5", "5.1"));
        assertThat(admit(buy("b", "3"), max)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves("X25")
    void anOrphanThatFindsItsOrderElsewhereGoesThere() {
        NewOrder order = of("side", buy("a", "2"));
        Limits max = limits("100000", 9, "5", "0");
        admit(order, max);
        books.orphans().adopt(orphan("main", "b9", order, "f1", "2"), T0);

        books.book().apply(order.id(), executed(order, "f1", "2"), "feed");

        assertThat(held("main")).isEqualTo("0");
        assertThat(held("side")).isEqualTo("2");
        assertThat(cost("main")).isEqualTo(Cost.NONE);
        assertThat(cost("side").quantity()).isEqualTo(of("2"));
        assertThat(trades("main")).isEmpty();
        assertThat(trades("side")).hasSize(1);
        assertThat(admit(buy("b", "5"), max)).isInstanceOf(Admission.Admitted.class);
        assertThat(denied(of("side", buy("b", "3.1")), max))
                .isEqualTo(beyond("symbol-long", "5", "5.1"));
    }

    @Test
    @Proves({"X24", "X25"})
    void anOrphansBustCountsForItsOrderWhicheverWayItCame() {
        for (String home : List.of("main", "side")) {
            NewOrder orphansBust = buy("a" + home, "2");
            NewOrder ordersBust = buy("b" + home, "2");
            admit(orphansBust, wide());
            admit(ordersBust, wide());
            books.orphans().adopt(orphan(home, "b1" + home, orphansBust, "f1" + home, "2"), T0);
            books.orphans().adopt(orphan(home, "b2" + home, ordersBust, "f2" + home, "2"), T0);
            books.orphans().bust(BROKER, new ExecId("f1" + home), T0, "error");
            OrderEvent bust = new OrderEvent.Busted(new ExecId("f2" + home), T0, "error");
            books.book().apply(ordersBust.id(), bust, "feed");

            books.book().apply(orphansBust.id(), executed(orphansBust, "f1" + home, "2"), "feed");
            books.book().apply(ordersBust.id(), executed(ordersBust, "f2" + home, "2"), "feed");
            books.book()
                    .apply(
                            orphansBust.id(),
                            new OrderEvent.Busted(new ExecId("f1" + home), T0, "error"),
                            "feed");

            assertThat(found(orphansBust).cumQty()).as(home).isEqualTo(Quantity.NONE);
            assertThat(found(ordersBust).cumQty()).as(home).isEqualTo(Quantity.NONE);
            assertThat(held("main")).as(home).isEqualTo("0");
            assertThat(cost("main")).as(home).isEqualTo(Cost.NONE);
        }
        assertThat(held("side")).isEqualTo("0");
        assertThat(cost("side")).isEqualTo(Cost.NONE);
        assertThat(position0().fees()).isEmpty();
        assertThat(trades("main")).hasSize(4).allMatch(TradePage.Trade::busted);
        assertThat(books.orphans().all(BROKER)).isEmpty();
    }

    @Test
    @Proves({"X27", "X25"})
    void anOrphanThatIsToldOtherwiseForAnOrderStaysAndIsTold() {
        NewOrder order = buy("a", "2");
        admit(order, wide());
        books.orphans().adopt(orphan("main", "b9", order, "f1", "2"), T0);

        Transition step = books.book().apply(order.id(), executed(order, "f1", "1"), "feed");

        assertThat(step).isInstanceOf(Transition.Impossible.class);
        assertThat(held("main")).isEqualTo("2");
        assertThat(books.orphans().all(BROKER)).hasSize(1);
        assertThat(alerts()).contains("TRIGGER impossible-news:" + order.id());
    }

    @Test
    @Proves({"X19", "X27"})
    void anExecutionIsOfOneOrderForGood() {
        NewOrder first = buy("a", "2");
        NewOrder second = buy("b", "2");
        trade(first, "f1", wide());
        admit(second, wide());

        Transition step = books.book().apply(second.id(), executed(second, "f1", "2"), "feed");

        assertThat(step).isInstanceOf(Transition.Impossible.class);
        assertThat(found(second).cumQty()).isEqualTo(Quantity.NONE);
        assertThat(held("main")).isEqualTo("2");
        assertThat(alerts()).containsExactly("TRIGGER impossible-news:" + second.id());
        assertThat(books.orphans().adopt(orphan("main", "b9", first, "f1", "2"), T0)).isFalse();
    }

    @Test
    @Proves("J6")
    void tradesComeInTheirOwnOrderAPageAtATime() {
        for (int i = 1; i <= 5; i++) {
            trade(buy("o" + i, "1"), "f" + i, wide());
        }
        books.orphans().adopt(orphan("main", "b9", sell("x", "1"), "f6", "1"), T0);
        book(fee("gas", "1"));
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            TradePage page = books.ledger().trades(wanted(BEGIN, END), after, 2);
            assertThat(page.trades()).hasSizeLessThanOrEqualTo(2);
            page.trades().forEach(t -> seen.add(t.line().execution().id().text()));
            after = page.next();
        } while (after.isPresent());

        assertThat(seen).containsExactly("f1", "f2", "f3", "f4", "f5", "f6");
    }

    @Test
    void tradesAreFoundByWhatWasAsked() {
        trade(buy("o1", "1"), "f1", wide());
        Instant at = Instant.parse("2026-11-02T10:00:05.123456789Z");

        assertThat(page(wanted(at, at.plusNanos(1))).trades()).hasSize(1);
        assertThat(page(wanted(BEGIN, at)).trades()).isEmpty();
        assertThat(page(wanted(at.plusNanos(1), END)).trades()).isEmpty();
        assertThat(page(only(Optional.of(BTC), Optional.of(BROKER))).trades()).hasSize(1);
        assertThat(page(only(Optional.of(new Symbol("ETH-USD")), Optional.empty())).trades())
                .isEmpty();
        assertThat(page(only(Optional.empty(), Optional.of(OTHER_BROKER))).trades()).isEmpty();
    }

    @Test
    @Proves("X25")
    void anOrderThatDidNotComeFromHereIsToldOnceAndItsLatestWordKept() {
        ExternalOrder first = external(OrderStatus.NEW, "0", T0);
        ExternalOrder last = external(OrderStatus.FILLED, "2", T0.plusSeconds(9));
        for (ExternalOrder word : List.of(first, last, first)) {
            books.orphans().adopt(word);
        }

        assertThat(books.orphans().orders(BROKER)).containsExactly(last);
        assertThat(alerts()).containsExactly("TRIGGER external-order:coinbase-prime/b9");
        books.orphans().forget(BROKER, last.id());
        assertThat(books.orphans().orders(BROKER)).isEmpty();
    }

    @Test
    void whatAPositionCostFollowsFromItsTapeHoweverItIsRead() {
        long seed = 20_261_103;
        Random random = new Random(seed);
        List<String> booked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            NewOrder order = random.nextBoolean() ? buy("o" + i, "9") : sell("o" + i, "9");
            String price = Integer.toString(90 + random.nextInt(20));
            Execution trade = Facts.trade(order, "f" + i, "1.5", price, random.nextInt(60));
            admit(order, wide());
            books.book().apply(order.id(), new OrderEvent.Executed(trade), "feed");
            booked.add("o" + i);
            if (random.nextInt(4) == 0) {
                String of = booked.remove(random.nextInt(booked.size()));
                ExecId bust = new ExecId("f" + of.substring(1));
                books.book()
                        .apply(
                                buy(of, "9").id(),
                                new OrderEvent.Busted(bust, T0.plusSeconds(i), "error"),
                                "feed");
            }
            if (i % 4 == 0) {
                assertThat(books.ledger().holdings(FUND, MAIN))
                        .as("seed %d, order %d", seed, i)
                        .containsExactly(new Holding(position0(), Optional.of(cost("main"))));
            }
        }
        Cost cost = cost("main");
        assertThat(cost.quantity()).isEqualTo(position0().quantity());
        assertThat(cost.cost().minus(cost.realised())).isEqualTo(position0().outlay());
    }

    @Test
    void theLatestWordOfEachBrokerOnItsBalancesStays() {
        Balances late = balances(BROKER, "5", T0.plusSeconds(9));
        Balances other = balances(OTHER_BROKER, "7", T0);
        books.balances().record(late);
        books.balances().record(balances(BROKER, "4", T0));
        books.balances().record(other);

        assertThat(books.balances().latest()).containsExactly(late, other);
    }

    @Test
    void anAccountIsChangedByWhoeverKnowsTheVersionThatStands() {
        BrokerAccount prime = new BrokerAccount(BROKER, "portfolio-1", "keys/prime", true);
        BrokerAccount falcon = new BrokerAccount(OTHER_BROKER, "7", "keys/falcon", false);
        AccountRecord first = record("main", 1, prime);
        AccountRecord second = record("main", 2, prime, falcon);

        assertThat(books.accounts().put(second)).isFalse();
        assertThat(books.accounts().put(first)).isTrue();
        assertThat(books.accounts().put(record("main", 1, falcon))).isFalse();
        assertThat(books.accounts().put(second)).isTrue();

        assertThat(books.accounts().find(FUND, MAIN)).contains(second);
        assertThat(books.accounts().find(FUND, new Account("side"))).isEmpty();
        assertThat(books.accounts().all()).containsExactly(second);
    }

    @Test
    @Proves("X25")
    void orphansHaveAHomeOnlyWhereItIsNoGuess() {
        BrokerAccount takes = new BrokerAccount(BROKER, "1", "keys", true);
        BrokerAccount other = new BrokerAccount(BROKER, "2", "keys", false);
        assertThat(home()).isEmpty();

        books.accounts().put(record("main", 1, other));
        assertThat(home()).contains("main");
        books.accounts().put(record("side", 1, other));
        assertThat(home()).isEmpty();
        books.accounts().put(record("side", 2, takes));
        assertThat(home()).contains("side");
        books.accounts().put(record("main", 2, takes));
        assertThat(home()).isEmpty();
    }

    @Test
    @Proves("X19")
    void racingEntriesAndOrphansMoveOnce() throws InterruptedException, ExecutionException {
        Orphan orphan = orphan("main", "b9", buy("x", "2"), "f1", "2");
        JournalEntry fee = fee("j1", "0.5");
        race(8, () -> books.orphans().adopt(orphan, T0));
        race(8, () -> books.journal().book(fee, "ann"));

        assertThat(held("main")).isEqualTo("1.5");
        assertThat(position0().lines()).isEqualTo(2);
    }

    @Test
    @Proves({"X24", "X25"})
    void anOrphanThatIsBustedWhileItFindsItsOrderCountsNothing()
            throws InterruptedException, ExecutionException {
        for (int i = 0; i < 5; i++) {
            NewOrder order = buy("o" + i, "2");
            ExecId exec = new ExecId("f" + i);
            admit(order, wide());
            books.orphans().adopt(orphan("side", "b" + i, order, exec.text(), "2"), T0);

            OrderEvent bust = new OrderEvent.Busted(exec, T0, "error");
            race(
                    () -> books.orphans().bust(BROKER, exec, T0, "error"),
                    () -> books.book().apply(order.id(), executed(order, exec.text(), "2"), "f"),
                    () -> books.book().apply(order.id(), bust, "feed"));

            assertThat(found(order).cumQty()).isEqualTo(Quantity.NONE);
        }
        assertThat(held("main")).isEqualTo("0");
        assertThat(held("side")).isEqualTo("0");
        assertThat(cost("side")).isEqualTo(Cost.NONE);
    }

    private static Balances balances(BrokerId broker, String amount, Instant asOf) {
        Money money = new Money(of(amount), new Asset("USD"));
        Money held = new Money(of("1"), new Asset("USD"));
        return new Balances(broker, List.of(new Balance(money, held)), asOf, "balances");
    }

    private Optional<String> home() {
        return books.accounts().homeOfOrphans(BROKER).map(record -> record.account().name());
    }

    private static AccountRecord record(String account, long version, BrokerAccount... at) {
        return new AccountRecord(FUND, new Account(account), version, List.of(at), "ann", T0);
    }

    private void openWith(String quantity) {
        JournalEntry opening =
                opening(
                        "opening",
                        quantity,
                        of(quantity).times(of("100"), RoundingMode.UNNECESSARY).toString());
        books.journal().book(opening, "ann");
        assertThat(books.journal().book(opening, "bob")).isEqualTo(new Booking.Booked());
    }

    private static JournalEntry opening(String id, String quantity, String value) {
        return entry(id, JournalKind.OPENING, leg(position("main"), quantity, value));
    }

    private static JournalEntry fee(String id, String units) {
        return entry(id, JournalKind.FEE, leg(position("main"), "-" + units, "0"));
    }

    private void book(JournalEntry entry) {
        assertThat(books.journal().book(entry, "ann")).isEqualTo(new Booking.Booked());
    }

    private void trade(NewOrder order, String execId, Limits max) {
        admit(order, max);
        String quantity = ((OrderSize.Units) order.size()).orderQty().toString();
        books.book().apply(order.id(), executed(order, execId, quantity), "feed");
    }

    private Admission admit(NewOrder order, Limits max) {
        return books.book().admit(intent(order, BookContract.owner(), max, clock.instant()));
    }

    private Denial denied(NewOrder order, Limits max) {
        Admission answer = admit(order, max);
        assertThat(answer).isInstanceOf(Admission.Denied.class);
        return ((Admission.Denied) answer).denial();
    }

    private Order found(NewOrder order) {
        return books.query().find(order.id()).orElseThrow();
    }

    private String held(String account) {
        return books.ledger().positions(FUND, new Account(account)).stream()
                .map(p -> p.quantity().toString())
                .findFirst()
                .orElse("none");
    }

    private Position position0() {
        return books.ledger().positions(FUND, MAIN).getFirst();
    }

    private Cost cost(String account) {
        return cost(position(account));
    }

    private Cost cost(PositionId position) {
        List<Line> lines =
                books.ledger().tape(FUND, position.account()).stream()
                        .filter(line -> line.position().equals(position))
                        .toList();
        return Cost.of(lines);
    }

    private List<TradePage.Trade> trades(String account) {
        return page(new Wanted(
                        FUND, new Account(account), Optional.empty(), Optional.empty(), BEGIN, END))
                .trades();
    }

    private TradePage page(Wanted wanted) {
        return books.ledger().trades(wanted, Optional.empty(), 100);
    }

    private static Wanted wanted(Instant from, Instant until) {
        return new Wanted(FUND, MAIN, Optional.empty(), Optional.empty(), from, until);
    }

    private static Wanted only(Optional<Symbol> symbol, Optional<BrokerId> broker) {
        return new Wanted(FUND, MAIN, symbol, broker, BEGIN, END);
    }

    private List<String> alerts() {
        return books.alerts().stream()
                .map(alert -> alert.action() + " " + alert.dedupKey())
                .sorted()
                .toList();
    }

    private static NewOrder of(String account, NewOrder order) {
        return Requests.of(account, order);
    }

    private static Decimal10 of(String number) {
        return Decimal10.of(number);
    }

    private static ExternalOrder external(OrderStatus status, String cumQty, Instant at) {
        return new ExternalOrder(BROKER, new BrokerOrderId("b9"), status, Quantity.of(cumQty), at);
    }

    private static Denial beyond(String code, String limit, String actual) {
        return Denial.beyond(
                code,
                "open orders and position included, the order would pass the limit",
                limit,
                actual);
    }

    private static void race(int threads, Callable<?> task)
            throws InterruptedException, ExecutionException {
        race(Collections.nCopies(threads, task).toArray(Callable[]::new));
    }

    private static void race(Callable<?>... tasks) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(tasks.length)) {
            List<Future<?>> results = new ArrayList<>();
            for (Callable<?> task : tasks) {
                results.add(pool.submit(task));
            }
            for (Future<?> result : results) {
                var _ = result.get();
            }
        }
    }
}
