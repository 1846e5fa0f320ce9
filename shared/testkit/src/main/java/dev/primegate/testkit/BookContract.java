package dev.primegate.testkit;

import static dev.primegate.order.OrderStatus.CANCELED;
import static dev.primegate.order.OrderStatus.FILLED;
import static dev.primegate.order.OrderStatus.NEW;
import static dev.primegate.order.OrderStatus.PENDING_NEW;
import static dev.primegate.order.OrderStatus.REJECTED;
import static dev.primegate.testkit.Requests.BROKER;
import static dev.primegate.testkit.Requests.BTC;
import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static dev.primegate.testkit.Requests.buy;
import static dev.primegate.testkit.Requests.executed;
import static dev.primegate.testkit.Requests.intent;
import static dev.primegate.testkit.Requests.limits;
import static dev.primegate.testkit.Requests.paced;
import static dev.primegate.testkit.Requests.reported;
import static dev.primegate.testkit.Requests.sell;
import static dev.primegate.testkit.Requests.wide;
import static dev.primegate.testkit.Requests.worth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.alert.Alert;
import dev.primegate.audit.Chain;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.Due;
import dev.primegate.book.Intent;
import dev.primegate.book.OrderBook;
import dev.primegate.ledger.Position;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Denial;
import dev.primegate.order.ExecId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import dev.primegate.order.Transition;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Limits;
import dev.primegate.risk.MessageRate;
import dev.primegate.risk.RampLift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every book does, whatever it is made of. */
public abstract class BookContract {
    protected static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");

    private static final AtomicLong OWNERS = new AtomicLong();

    protected final SettableClock clock = new SettableClock(T0);
    private Books books = new MemoryBooks(clock);

    /** An empty store that tells time by {@link #clock}. */
    protected abstract Books open();

    @BeforeEach
    void start() {
        books = open();
    }

    @Test
    @Proves({"X9", "X10"})
    void theSameOwnerAskingAgainIsAdmittedAgainAndTakesNothingTwice() {
        Limits one = limits("100", 1, "1", "0");
        Intent mine = intent(buy("a", "1"), owner(), one, clock.instant());
        assertThat(books.book().admit(mine)).isInstanceOf(Admission.Admitted.class);
        clock.advance(Duration.ofMinutes(11));

        assertThat(books.book().admit(mine)).isInstanceOf(Admission.Admitted.class);

        books.book().apply(buy("a", "1").id(), reported(CANCELED, "b1"), "test");
        assertThat(admit(buy("b", "1"), one)).isInstanceOf(Admission.Admitted.class);
        assertThat(denied(buy("c", "1"), one).code()).isEqualTo("account-open-notional");
    }

    @Test
    @Proves({"X6", "X7"})
    void anIdentityInUseIsKnownWhateverHaltsOrLimitsSay() {
        admit(buy("a", "1"), wide());
        halt(HaltScope.ALL);

        Admission again = admit(buy("a", "999"), limits("0", 0, "0", "0"));

        assertThat(again).isInstanceOf(Admission.Known.class);
        assertThat(((Admission.Known) again).order().orderQty()).contains(Quantity.of("1"));
    }

    @Test
    void anOrderComesBackAsItWasWritten() {
        Admission admitted = admit(buy("a", "1.5"), wide());

        assertThat(books.query().find(buy("a", "1.5").id()))
                .contains(((Admission.Admitted) admitted).order());
        assertThat(books.query().find(OrderId.of(FUND, MAIN, buy("zz", "1").clOrdId()))).isEmpty();
    }

    @Test
    @Proves({"J1", "J2"})
    void everyLimitIsExactAndDeniesWithBothFigures() {
        Limits max = limits("1000", 3, "5", "2");
        admit(buy("a", "4"), max);

        assertThat(denied(buy("b", "1.0000000001"), max))
                .isEqualTo(beyond("symbol-long", "5", "5.0000000001"));
        assertThat(denied(sell("b", "2.5"), max)).isEqualTo(beyond("symbol-short", "2", "2.5"));
        assertThat(denied(Requests.limit("b", Side.BUY, "1", "600.01"), max))
                .isEqualTo(beyond("account-open-notional", "1000", "1000.01"));
        admit(buy("c", "0.5"), max);
        admit(sell("d", "0.5"), max);
        assertThat(denied(buy("e", "0.1"), max)).isEqualTo(beyond("account-open-orders", "3", "4"));
    }

    @Test
    @Proves("J2")
    void aPositionUsesWhatItsOrderHadReserved() {
        Limits max = limits("1000", 9, "5", "2");
        admit(buy("a", "5"), max);
        books.book().apply(buy("a", "5").id(), executed(buy("a", "5"), "f1", "5"), "test");

        assertThat(denied(buy("b", "0.1"), max)).isEqualTo(beyond("symbol-long", "5", "5.1"));
        // Long 5, it may sell those and two more.
        assertThat(denied(sell("b", "7.1"), max)).isEqualTo(beyond("symbol-short", "2", "2.1"));
        assertThat(admit(sell("b", "7"), max)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves("X30")
    void aCloseReturnsExactlyWhatWasNotFilled() {
        Limits max = limits("1000", 1, "5", "0");
        NewOrder order = buy("a", "3");
        admit(order, max);
        books.book().apply(order.id(), executed(order, "f1", "1"), "test");
        books.book().apply(order.id(), reported(CANCELED, "b1", Optional.of("1")), "test");
        books.book().apply(order.id(), reported(CANCELED, "b1", Optional.of("1")), "test");

        assertThat(denied(buy("b", "4.1"), max)).isEqualTo(beyond("symbol-long", "5", "5.1"));
        assertThat(admit(buy("b", "4"), max)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves("X29")
    void aLimitThatChangesMovesHeadroomByTheDifference() {
        admit(buy("a", "4"), limits("1000", 9, "5", "0"));

        assertThat(denied(buy("b", "1"), limits("1000", 9, "3", "0")))
                .isEqualTo(beyond("symbol-long", "3", "5"));
        assertThat(admit(buy("b", "2"), limits("1000", 9, "6", "0")))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves({"X29", "J2"})
    void howeverLimitsAreCutAndRaisedEachOrderIsHeldAgainstItsOwn() {
        long seed = 20_261_102;
        Random random = new Random(seed);
        List<NewOrder> open = new ArrayList<>();
        int used = 0;
        for (int i = 0; i < 60; i++) {
            int limit = random.nextInt(12);
            int asked = 1 + random.nextInt(3);
            NewOrder order = buy("o" + i, Integer.toString(asked));
            Admission answer = admit(order, limits("1000000", 1_000, Integer.toString(limit), "0"));
            if (used + asked <= limit) {
                assertThat(answer)
                        .as("seed %d, order %d", seed, i)
                        .isInstanceOf(Admission.Admitted.class);
                used += asked;
                open.add(order);
            } else {
                assertThat(answer)
                        .as("seed %d, order %d", seed, i)
                        .isEqualTo(
                                new Admission.Denied(
                                        beyond(
                                                "symbol-long",
                                                Integer.toString(limit),
                                                Integer.toString(used + asked))));
            }
            if (!open.isEmpty() && random.nextInt(3) == 0) {
                NewOrder ended = open.remove(random.nextInt(open.size()));
                books.book().apply(ended.id(), reported(CANCELED, "b" + i), "test");
                used -=
                        ((OrderSize.Units) ended.size())
                                .orderQty()
                                .amount()
                                .toBigDecimal()
                                .intValueExact();
            }
        }
        assertThat(books.halts().halted()).isEmpty();
    }

    @Test
    @Proves("J2")
    void aShareOfTheCapitalIsHeldInUnitsOpenOrdersIncluded() {
        Limits max = worth(limits("1000000", 9, "50", "50"), "1000", "100");
        admit(buy("a", "6"), max);
        books.book().apply(buy("a", "6").id(), executed(buy("a", "6"), "f1", "2"), "test");
        admit(buy("b", "4"), max);

        assertThat(denied(buy("c", "0.0000000001"), max))
                .isEqualTo(beyond("concentration", "10", "10.0000000001"));
        assertThat(denied(sell("c", "12.1"), max)).isEqualTo(beyond("concentration", "10", "10.1"));
        assertThat(admit(sell("c", "12"), max)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves("J2")
    void aCapStandsUntilItsMarkIsMoreThanOnePercentAway() {
        Limits max = limits("1000000", 9, "50", "0");
        admit(buy("a", "9"), worth(max, "1000", "100"));

        // At 101 the money buys 9.9 units, and at 99.1 it buys 10.09: the 10 stand.
        assertThat(denied(buy("b", "1.1"), worth(max, "1000", "101")))
                .isEqualTo(beyond("concentration", "10", "10.1"));
        assertThat(denied(buy("b", "1.1"), worth(max, "1000", "99.1")))
                .isEqualTo(beyond("concentration", "10", "10.1"));
        assertThat(denied(buy("b", "1"), worth(max, "1000", "125")))
                .isEqualTo(beyond("concentration", "8", "10"));
        assertThat(admit(buy("b", "1"), worth(max, "1000", "100")))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves("J5")
    void anAccountSendsNoMoreOrdersInAWindowThanItMay() {
        Limits max =
                paced(
                        wide(),
                        new MessageRate(2, Duration.ofSeconds(1)),
                        new MessageRate(3, Duration.ofMinutes(1)));
        admit(buy("a", "1"), max);
        admit(buy("b", "1"), max);

        assertThat(denied(buy("c", "1"), max)).isEqualTo(tooFast("1 s", 2));
        clock.advance(Duration.ofSeconds(1));
        assertThat(denied(buy("c", "1"), limits("0", 1, "0", "0")).code())
                .isEqualTo("account-open-notional");
        assertThat(admit(buy("c", "1"), max)).isInstanceOf(Admission.Admitted.class);
        assertThat(denied(buy("d", "1"), max)).isEqualTo(tooFast("60 s", 3));
        clock.advance(Duration.ofMinutes(1));
        assertThat(admit(buy("d", "1"), max)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aRepeatOfTheSameOwnerIsNotCountedAgain() {
        Limits max = paced(wide(), new MessageRate(2, Duration.ofMinutes(1)));
        Intent mine = intent(buy("a", "1"), owner(), max, clock.instant());
        books.book().admit(mine);
        books.book().admit(mine);

        assertThat(admit(buy("b", "1"), max)).isInstanceOf(Admission.Admitted.class);
        assertThat(denied(buy("c", "1"), max)).isEqualTo(tooFast("60 s", 2));
    }

    @Test
    @Proves("H1")
    void theRampIsLiftedOnceForOneAccount() {
        RampLift first = new RampLift(7, "ann", T0);
        assertThat(books.ramp().lift(FUND, MAIN)).isEmpty();

        assertThat(books.ramp().lift(FUND, MAIN, first)).isEqualTo(first);

        RampLift second = new RampLift(9, "bob", T0.plusSeconds(1));
        assertThat(books.ramp().lift(FUND, MAIN, second)).isEqualTo(first);
        assertThat(books.ramp().lift(FUND, MAIN)).contains(first);
        assertThat(books.ramp().lift(FUND, new Account("side"))).isEmpty();
    }

    @Test
    @Proves("X32")
    void aHaltStopsItsScopeAndNoOtherAndIsLiftedAlone() {
        for (HaltScope scope :
                List.of(
                        HaltScope.ALL,
                        HaltScope.of(BROKER),
                        HaltScope.of(FUND, MAIN),
                        HaltScope.of(BTC))) {
            admit(buy("before" + scope.hashCode(), "1"), wide());
            halt(scope);
            halt(new HaltScope("symbol:ETH-USD"));

            assertThat(denied(buy("a", "1"), wide()).isHalt()).as("%s", scope).isTrue();

            lift(scope);
            assertThat(books.halts().halted()).containsExactly(new HaltScope("symbol:ETH-USD"));
            assertThat(admit(buy("after" + scope.hashCode(), "1"), wide()))
                    .as("%s", scope)
                    .isInstanceOf(Admission.Admitted.class);
        }
    }

    @Test
    @Proves("X32")
    void whatIsSeenForTheFirstTimeDuringAHaltIsBornHalted() {
        halt(HaltScope.of(BTC));
        halt(HaltScope.of(BROKER));

        assertThat(denied(buy("a", "1"), wide()).isHalt()).isTrue();

        lift(HaltScope.of(BROKER));
        assertThat(denied(buy("a", "1"), wide()).isHalt()).isTrue();
        lift(HaltScope.of(BTC));
        assertThat(admit(buy("a", "1"), wide())).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves("X8")
    void anOrderThatLooksTheSameIsDeniedInsideTheWindow() {
        Duration window = Duration.ofSeconds(5);
        books.book().admit(intent(buy("a", "1"), owner(), wide(), clock.instant(), window));

        Admission twin =
                books.book().admit(intent(buy("b", "1"), owner(), wide(), clock.instant(), window));
        clock.advance(Duration.ofSeconds(6));
        Admission later =
                books.book().admit(intent(buy("b", "1"), owner(), wide(), clock.instant(), window));

        assertThat(((Admission.Denied) twin).denial().code()).isEqualTo("duplicate-order");
        assertThat(later).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    @Proves({"N1", "J6"})
    void everyChangeIsInTheHistoryAndItsChainVerifies() {
        NewOrder order = buy("a", "2");
        admit(order, wide());
        books.book().apply(order.id(), reported(PENDING_NEW, "b1"), "send");
        books.book().apply(order.id(), executed(order, "f1", "0.5"), "feed");
        books.book().apply(order.id(), executed(order, "f2", "1.5", "101"), "feed");

        List<HistoryEntry> history = books.query().history(order.id());
        assertThat(history)
                .extracting(HistoryEntry::event, HistoryEntry::ordStatus, HistoryEntry::by)
                .containsExactly(
                        tuple("ADMITTED", PENDING_NEW, "trader"),
                        tuple("REPORTED", PENDING_NEW, "send"),
                        tuple("EXECUTED", OrderStatus.PARTIALLY_FILLED, "feed"),
                        tuple("EXECUTED", FILLED, "feed"));
        assertThat(Chain.firstBad(history)).isEqualTo(OptionalInt.empty());
        assertThat(books.query().executions(order.id())).hasSize(2);
        assertThat(books.ledger().positions(FUND, MAIN))
                .containsExactly(
                        new Position(
                                BROKER,
                                BTC,
                                Decimal10.of("2"),
                                Decimal10.of("201.5"),
                                Decimal10.ZERO,
                                Decimal10.ZERO,
                                Decimal10.ZERO,
                                Decimal10.ZERO,
                                new TreeMap<>(Map.of(new Asset("USD"), Decimal10.of("0.04"))),
                                2));
    }

    @Test
    @Proves("X19")
    void newsToldTwiceIsUnchangedAndWritesNothing() {
        NewOrder order = buy("a", "2");
        admit(order, wide());
        books.book().apply(order.id(), executed(order, "f1", "0.5"), "feed");

        Transition again = books.book().apply(order.id(), executed(order, "f1", "0.5"), "feed");

        assertThat(again).isInstanceOf(Transition.Unchanged.class);
        assertThat(books.query().history(order.id())).hasSize(2);
        assertThat(books.ledger().positions(FUND, MAIN).getFirst().bought())
                .isEqualTo(Decimal10.of("0.5"));
    }

    @Test
    @Proves("X24")
    void aBustNetsOnceEarlyOrLate() {
        NewOrder order = buy("a", "2");
        OrderEvent bust1 = new OrderEvent.Busted(new ExecId("f1"), T0, "error");
        OrderEvent bust2 = new OrderEvent.Busted(new ExecId("f2"), T0, "error");
        admit(order, wide());
        for (OrderEvent event :
                List.of(
                        executed(order, "f1", "1"),
                        bust1,
                        bust1,
                        bust2,
                        executed(order, "f2", "1"),
                        bust2)) {
            books.book().apply(order.id(), event, "feed");
        }

        assertThat(found(order).cumQty()).isEqualTo(Quantity.NONE);
        assertThat(books.ledger().positions(FUND, MAIN).getFirst().quantity())
                .isEqualTo(Decimal10.ZERO);
    }

    @Test
    void theBrokersIdLeadsToTheOrderOnceItIsTold() {
        admit(buy("a", "1"), wide());
        BrokerOrderId id = new BrokerOrderId("b1");
        assertThat(books.book().findByAlias(BROKER, id)).isEmpty();

        books.book().apply(buy("a", "1").id(), reported(NEW, "b1"), "feed");

        assertThat(books.book().findByAlias(BROKER, id)).contains(buy("a", "1").id());
    }

    @Test
    @Proves("X27")
    void aBrokerIdOfTwoOrdersIsImpossibleAndTold() {
        admit(buy("a", "1"), wide());
        admit(buy("b", "1"), wide());
        books.book().apply(buy("a", "1").id(), reported(NEW, "b1"), "feed");

        Transition second = books.book().apply(buy("b", "1").id(), reported(NEW, "b1"), "feed");

        assertThat(second).isInstanceOf(Transition.Impossible.class);
        assertThat(found(buy("b", "1")).status()).isEqualTo(PENDING_NEW);
        assertThat(rules()).containsExactly("impossible-news");
    }

    @Test
    @Proves("G6")
    void whateverIsToldOurIdsAndTheBrokersStayOneToOne() {
        Random random = new Random(20_261_104);
        List<NewOrder> orders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            orders.add(buy("o" + i, "1"));
            admit(orders.get(i), wide());
        }
        for (int i = 0; i < 40; i++) {
            NewOrder order = orders.get(random.nextInt(orders.size()));
            books.book().apply(order.id(), reported(NEW, "b" + random.nextInt(8)), "feed");
        }

        Set<BrokerOrderId> theirs = new HashSet<>();
        for (NewOrder order : orders) {
            Order found = books.query().find(OrderId.of(FUND, MAIN, order.clOrdId())).orElseThrow();
            // None, if all that it was called is another's name.
            for (BrokerOrderId id : found.progress().reports().brokerOrderId().stream().toList()) {
                assertThat(books.book().findByAlias(BROKER, id)).contains(found.id());
                assertThat(theirs.add(id)).isTrue();
            }
        }
        assertThat(theirs).hasSizeGreaterThan(3);
    }

    @Test
    @Proves({"X18", "N1"})
    void whoHasAdmittedAnOrderTellsItNewsAndKeepsWhatOvertookHim() {
        NewOrder quiet = buy("a", "1");
        NewOrder overtaken = buy("b", "2");
        Admission.Admitted first = (Admission.Admitted) admit(quiet, wide());
        Admission.Admitted second = (Admission.Admitted) admit(overtaken, wide());
        books.book().apply(overtaken.id(), executed(overtaken, "f1", "0.5"), "feed");

        Transition one = books.book().apply(first, reported(PENDING_NEW, "b1"), "send");
        Transition other = books.book().apply(second, reported(PENDING_NEW, "b2"), "send");

        assertThat(one.order()).isEqualTo(found(quiet));
        assertThat(other.order()).isEqualTo(found(overtaken));
        assertThat(other.order().cumQty()).isEqualTo(Quantity.of("0.5"));
        assertThat(books.book().findByAlias(BROKER, new BrokerOrderId("b1"))).contains(quiet.id());
        assertThat(books.book().findByAlias(BROKER, new BrokerOrderId("b2")))
                .contains(overtaken.id());
        for (NewOrder order : List.of(quiet, overtaken)) {
            assertThat(Chain.firstBad(books.query().history(order.id())))
                    .isEqualTo(OptionalInt.empty());
        }
        assertThat(books.query().history(overtaken.id()))
                .extracting(HistoryEntry::by)
                .containsExactly("trader", "feed", "send");
    }

    @Test
    @Proves({"X9", "X27"})
    void whoAdmitsAnOrderAgainGoesOnFromWhereItStands() {
        Intent mine = intent(buy("a", "1"), owner(), wide(), clock.instant());
        books.book().admit(mine);
        books.book().apply(buy("a", "1").id(), reported(NEW, "b1"), "feed");
        Admission.Admitted again = (Admission.Admitted) books.book().admit(mine);

        assertThat(books.book().apply(again, reported(PENDING_NEW, "b2"), "send"))
                .isInstanceOf(Transition.Impossible.class);
        books.book().apply(again, reported(CANCELED, "b1"), "send");

        assertThat(found(buy("a", "1")).status()).isEqualTo(CANCELED);
        assertThat(Chain.firstBad(books.query().history(buy("a", "1").id())))
                .isEqualTo(OptionalInt.empty());
        assertThat(books.query().history(buy("a", "1").id())).hasSize(3);
    }

    @Test
    @Proves("X23")
    void anOverFillIsBookedHaltsTheAccountAndPages() {
        Limits max = limits("1000", 9, "1", "0");
        NewOrder order = buy("a", "1");
        admit(order, max);
        books.book().apply(order.id(), executed(order, "f1", "1"), "feed");
        books.book().apply(order.id(), executed(order, "f2", "0.5"), "feed");

        assertThat(books.ledger().positions(FUND, MAIN).getFirst().quantity())
                .isEqualTo(Decimal10.of("1.5"));
        assertThat(rules()).contains("over-fill", "limit-overdrawn");
        assertThat(books.halts().halted()).containsExactly(HaltScope.of(FUND, MAIN));
        assertThat(denied(sell("b", "1"), max).isHalt()).isTrue();

        lift(HaltScope.of(FUND, MAIN));
        assertThat(denied(buy("b", "0.1"), max)).isEqualTo(beyond("symbol-long", "1", "1.6"));
        assertThat(admit(sell("b", "1.5"), max)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aRejectIsToldWithItsReason() {
        admit(buy("a", "1"), wide());

        books.book().apply(buy("a", "1").id(), reported(REJECTED, "b1"), "feed");

        assertThat(books.alerts())
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.rule()).isEqualTo("order-rejected");
                    assertThat(alert.dedupKey()).isEqualTo("order-rejected:coinbase-prime");
                    assertThat(alert.summary()).endsWith("said the broker");
                });
    }

    @Test
    void newsOfAnOrderThatIsNotThereIsABug() {
        assertThatThrownBy(() -> books.book().apply(buy("a", "1").id(), reported(NEW, "b"), "feed"))
                .isInstanceOf(OrderBook.UnknownOrderException.class);
    }

    @Test
    void everyOpenOrderComesDueAndAnEndedOneDoesNot() {
        NewOrder order = buy("a", "1");
        admit(order, wide());
        assertThat(books.query().due(Due.Duty.LOOK_UP, T0.plusSeconds(4), 10)).isEmpty();
        assertThat(books.query().due(Due.Duty.LOOK_UP, T0.plusSeconds(6), 10))
                .containsExactly(order.id());

        books.book().postpone(order.id(), 1, Due.lookUp(T0.plusSeconds(20)));
        books.book().postpone(order.id(), 99, Due.lookUp(T0.plusSeconds(90)));
        assertThat(books.query().due(Due.Duty.LOOK_UP, T0.plusSeconds(19), 10)).isEmpty();
        assertThat(books.query().due(Due.Duty.LOOK_UP, T0.plusSeconds(20), 10))
                .containsExactly(order.id());

        books.book().apply(order.id(), executed(order, "f1", "1"), "feed");
        books.book().postpone(order.id(), 2, Due.lookUp(T0.plusSeconds(20)));
        assertThat(books.query().due(Due.Duty.LOOK_UP, T0.plusSeconds(999), 10)).isEmpty();
    }

    @Test
    void aWantedCancelComesDueForWhoMaySendIt() {
        NewOrder order = buy("a", "1");
        admit(order, wide());
        books.book().apply(order.id(), new OrderEvent.CancelRequested(T0, "jane"), "jane");
        assertThat(books.query().due(Due.Duty.CANCEL, T0.plusSeconds(999), 10)).isEmpty();

        books.book().apply(order.id(), reported(NEW, "b"), "feed");
        assertThat(books.query().due(Due.Duty.CANCEL, T0.plusSeconds(5), 10))
                .containsExactly(order.id());
        assertThat(books.query().due(Due.Duty.LOOK_UP, T0.plusSeconds(999), 10)).isEmpty();

        books.book().postpone(order.id(), 3, Due.lookUp(T0.plusSeconds(20)));
        assertThat(books.query().due(Due.Duty.CANCEL, T0.plusSeconds(999), 10)).isEmpty();
        assertThat(books.query().due(Due.Duty.LOOK_UP, T0.plusSeconds(20), 10))
                .containsExactly(order.id());
    }

    @Test
    void theListIsOfOneAccountLatestFirstAndMayBeOfOneStatus() {
        for (String name : List.of("a", "b", "c")) {
            admit(buy(name, "1"), wide());
            clock.advance(Duration.ofMillis(1));
        }
        books.book().apply(buy("b", "1").id(), executed(buy("b", "1"), "f1", "1"), "feed");

        assertThat(books.query().list(FUND, MAIN, Optional.empty(), 2))
                .extracting(o -> o.request().clOrdId().text())
                .containsExactly("c", "b");
        assertThat(books.query().list(FUND, MAIN, Optional.of(FILLED), 10))
                .extracting(o -> o.request().clOrdId().text())
                .containsExactly("b");
    }

    @Test
    void aRefusalIsNotedAndTakesNoIdentity() {
        books.book().note(buy("a", "1"), beyond("x", "1", "2"), T0);

        assertThat(books.query().find(buy("a", "1").id())).isEmpty();
        assertThat(admit(buy("a", "1"), wide())).isInstanceOf(Admission.Admitted.class);
        assertThat(books.query().history(buy("a", "1").id())).hasSize(1);
    }

    protected final Books books() {
        return books;
    }

    /** Asks for admission as an owner of its own. */
    protected final Admission admit(NewOrder request, Limits limits) {
        return books.book().admit(intent(request, owner(), limits, clock.instant()));
    }

    /** Owners are invocations: never the same one twice, over all stores. */
    protected static String owner() {
        return "owner-" + OWNERS.incrementAndGet();
    }

    protected final Order found(NewOrder request) {
        return books.query().find(request.id()).orElseThrow();
    }

    private void halt(HaltScope scope) {
        books.halts().halt(Halt.of(scope, "test", "test"));
    }

    /** Two persons lift it. */
    private void lift(HaltScope scope) {
        books.halts().resume(scope, "jane", "looked at");
        books.halts().resume(scope, "joe", "looked at");
    }

    private Denial denied(NewOrder request, Limits limits) {
        Admission answer = admit(request, limits);
        assertThat(answer).isInstanceOf(Admission.Denied.class);
        return ((Admission.Denied) answer).denial();
    }

    private List<String> rules() {
        return books.alerts().stream().map(Alert::rule).toList();
    }

    private static Denial tooFast(String window, int most) {
        return Denial.beyond(
                "message-rate",
                "the account has sent as many orders as it may within " + window,
                most,
                most + 1);
    }

    private static Denial beyond(String code, String limit, String actual) {
        return Denial.beyond(
                code,
                "open orders and position included, the order would pass the limit",
                limit,
                actual);
    }
}
