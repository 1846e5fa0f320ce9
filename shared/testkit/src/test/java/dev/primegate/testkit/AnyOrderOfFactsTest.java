package dev.primegate.testkit;

import static dev.primegate.testkit.Facts.correcting;
import static dev.primegate.testkit.Facts.leg;
import static dev.primegate.testkit.Facts.trade;
import static dev.primegate.testkit.Requests.BROKER;
import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.reported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.ledger.Cost;
import dev.primegate.ledger.Holding;
import dev.primegate.ledger.JournalEntry;
import dev.primegate.ledger.JournalKind;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.Orphan;
import dev.primegate.ledger.Position;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Account;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Denial;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A day's facts, in any order and told ten times each, make the same books; and these are what one
 * gets by adding up the facts by hand.
 */
class AnyOrderOfFactsTest {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");
    private static final List<String> ACCOUNTS = List.of("main", "side");

    @Test
    @Proves({"X19", "X24", "X25", "G10", "F4"})
    void theBooksFollowFromTheFactsAndNotFromTheirOrder() {
        for (long seed = 1; seed <= 60; seed++) {
            Day day = new Day(new Random(seed));
            Books first = books(day);
            tell(first, day, new Random(seed));
            Books second = books(day);
            tell(second, day, new Random(-seed));

            assertThat(state(second, day)).as("seed %d", seed).isEqualTo(state(first, day));
            for (String account : ACCOUNTS) {
                assertThat(held(first, account))
                        .as("seed %d, %s", seed, account)
                        .isEqualTo(day.position(account));
                assertThat(cost(first, account))
                        .as("seed %d, %s", seed, account)
                        .isEqualTo(day.cost(account));
            }
        }
    }

    private static Books books(Day day) {
        Books books = new MemoryBooks(new SettableClock(T0));
        for (NewOrder order : day.orders) {
            var _ =
                    books.book()
                            .admit(
                                    Requests.intent(
                                            order,
                                            "owner of " + order.clOrdId(),
                                            Requests.wide(),
                                            T0));
        }
        return books;
    }

    private static void tell(Books books, Day day, Random random) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            facts.addAll(day.facts);
        }
        Collections.shuffle(facts, random);
        // What waits for something else is told again, as a feed or a schedule would.
        facts.addAll(day.facts);
        facts.addAll(day.facts);
        facts.forEach(fact -> fact.tell(books));
    }

    /** Everything that must be the same: orders, positions, cost, and what headroom is left. */
    private static List<String> state(Books books, Day day) {
        List<String> state = new ArrayList<>();
        for (NewOrder order : day.orders) {
            var found = books.query().find(order.id()).orElseThrow();
            state.add("%s %s %s".formatted(found.status(), found.cumQty(), found.avgPx()));
        }
        for (String account : ACCOUNTS) {
            books.ledger()
                    .holdings(FUND, new Account(account))
                    .forEach(holding -> state.add(text(holding)));
            for (Side side : Side.values()) {
                state.add(left(books, account, side));
            }
        }
        state.add(books.orphans().all(BROKER).toString());
        return state;
    }

    /** All of it but how many lines made it: an orphan that went elsewhere leaves two more. */
    private static String text(Holding holding) {
        Position p = holding.position();
        return "%s %s %s %s %s %s %s %s %s %s"
                .formatted(
                        p.broker(),
                        p.symbol(),
                        p.bought(),
                        p.boughtValue(),
                        p.sold(),
                        p.soldValue(),
                        p.moved(),
                        p.movedValue(),
                        p.fees(),
                        holding.cost());
    }

    /** The figures of a refusal tell what is used. */
    private static String left(Books books, String account, Side side) {
        NewOrder huge =
                Requests.of(account, Requests.limit("huge-" + side, side, "999999999", "0.0001"));
        Admission answer = books.book().admit(Requests.intent(huge, "x", Requests.wide(), T0));
        Denial denial = ((Admission.Denied) answer).denial();
        return denial.code() + denial.actual();
    }

    private static Decimal10 held(Books books, String account) {
        return books.ledger().positions(FUND, new Account(account)).stream()
                .map(position -> position.quantity())
                .reduce(Decimal10.ZERO, Decimal10::plus);
    }

    private static Optional<Cost> cost(Books books, String account) {
        return books.ledger().holdings(FUND, new Account(account)).stream()
                .map(Holding::cost)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Something that is told to the books, as often as anybody likes. */
    private interface Fact {
        void tell(Books books);
    }

    /** Orders, and what happens to them and beside them. */
    private static final class Day {
        private final List<NewOrder> orders = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private final TreeMap<String, Execution> trades = new TreeMap<>();
        private final TreeMap<String, String> accountOf = new TreeMap<>();
        private final Set<String> busted = new TreeSet<>();
        private final List<JournalEntry> entries = new ArrayList<>();
        private final Random random;

        Day(Random random) {
            this.random = random;
            for (int i = 0; i < 4; i++) {
                order(i);
            }
            journal(Facts.entry("fee", JournalKind.FEE, leg(Facts.position("main"), "-0.25", "0")));
            journal(
                    Facts.entry(
                            "transfer",
                            JournalKind.TRANSFER,
                            leg(Facts.position("main"), "-1", "-90"),
                            leg(Facts.position("side"), "1", "90")));
        }

        /** The sum by hand: what was traded and not busted, and what the journal moved. */
        Decimal10 position(String account) {
            Decimal10 sum = Decimal10.ZERO;
            for (var trade : trades.entrySet()) {
                if (account.equals(accountOf.get(trade.getKey()))
                        && !busted.contains(trade.getKey())) {
                    Execution execution = trade.getValue();
                    sum = sum.plus(execution.side().signed(execution.lastQty()));
                }
            }
            for (JournalEntry entry : entries) {
                for (var leg : entry.legs()) {
                    if (leg.position().account().name().equals(account)) {
                        sum = sum.plus(leg.quantity());
                    }
                }
            }
            return sum;
        }

        /** The cost of a day on which nothing was busted, told in order and once. */
        Optional<Cost> cost(String account) {
            MemoryLedger ledger = new MemoryLedger();
            trades.forEach((id, execution) -> {
                if (!busted.contains(id)) {
                    ledger.write(
                            List.of(
                                    new Line.Traded(
                                            Facts.position(
                                                    Objects.requireNonNull(accountOf.get(id))),
                                            execution,
                                            Optional.empty(),
                                            Optional.empty(),
                                            true)));
                }
            });
            entries.forEach(entry -> ledger.write(entry.lines()));
            return ledger.holdings(FUND, new Account(account)).stream()
                    .map(Holding::cost)
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private void order(int number) {
            String account = ACCOUNTS.get(random.nextInt(2));
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            NewOrder order = Requests.of(account, Requests.limit("o" + number, side, "6", "100"));
            orders.add(order);
            int fills = 1 + random.nextInt(3);
            for (int i = 0; i < fills; i++) {
                fill(order, account, "f" + number + "-" + i);
            }
            String broker = "b" + number;
            facts.add(on(order, reported(OrderStatus.NEW, broker)));
            facts.add(
                    on(
                            order,
                            reported(
                                    fills == 3 ? OrderStatus.FILLED : OrderStatus.CANCELED,
                                    broker,
                                    Optional.of(Integer.toString(2 * fills)))));
        }

        private void fill(NewOrder order, String account, String id) {
            Execution execution =
                    trade(
                            order,
                            id,
                            "2",
                            Integer.toString(95 + random.nextInt(10)),
                            random.nextInt(30));
            book(order, account, execution);
            switch (random.nextInt(4)) {
                case 0 -> bust(order, id);
                case 1 -> {
                    bust(order, id);
                    Execution right = trade(order, id + "c", "2", "101", random.nextInt(30));
                    book(order, account, correcting(right, id));
                }
                case 2 -> {
                    // It is first taken for nobody's, in either account, or never.
                    Orphan orphan =
                            new Orphan(
                                    Facts.position(ACCOUNTS.get(random.nextInt(2))),
                                    new BrokerOrderId("b" + order.clOrdId().text().substring(1)),
                                    execution,
                                    false);
                    facts.add(books -> books.orphans().adopt(orphan, T0));
                }
                default -> {}
            }
        }

        private void book(NewOrder order, String account, Execution execution) {
            trades.put(execution.id().text(), execution);
            accountOf.put(execution.id().text(), account);
            facts.add(on(order, new OrderEvent.Executed(execution)));
        }

        private void bust(NewOrder order, String id) {
            busted.add(id);
            OrderEvent bust = new OrderEvent.Busted(new ExecId(id), T0, "error");
            facts.add(on(order, bust));
            facts.add(books -> books.orphans().bust(BROKER, new ExecId(id), T0, "error"));
        }

        private void journal(JournalEntry entry) {
            entries.add(entry);
            facts.add(books -> books.journal().book(entry, "ann"));
        }

        private static Fact on(NewOrder order, OrderEvent event) {
            return books -> books.book().apply(order.id(), event, "feed");
        }
    }
}
