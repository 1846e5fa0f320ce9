package dev.primegate.testkit;

import static dev.primegate.testkit.Requests.BROKER;
import static dev.primegate.testkit.Requests.BTC;
import static dev.primegate.testkit.Requests.FUND;

import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.JournalEntry;
import dev.primegate.ledger.JournalId;
import dev.primegate.ledger.JournalKind;
import dev.primegate.ledger.Leg;
import dev.primegate.ledger.Orphan;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Account;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Journal entries and orphans for tests, in BTC-USD. */
public final class Facts {
    public static final BrokerId OTHER_BROKER = new BrokerId("falconx");
    public static final Instant EFFECTIVE = Instant.parse("2026-11-01T00:00:00Z");

    private Facts() {}

    public static PositionId position(String account) {
        return position(account, BROKER);
    }

    public static PositionId position(String account, BrokerId broker) {
        return new PositionId(FUND, new Account(account), broker, BTC);
    }

    public static Leg leg(PositionId position, String quantity, String value) {
        return new Leg(position, Decimal10.of(quantity), Decimal10.of(value), Optional.empty());
    }

    public static JournalEntry entry(String id, JournalKind kind, Leg... legs) {
        return new JournalEntry(
                FUND, new JournalId(id), kind, EFFECTIVE, List.of(legs), "said the broker");
    }

    /** The same, in effect so many days later. */
    public static JournalEntry later(JournalEntry entry, int days) {
        return new JournalEntry(
                entry.tenant(),
                entry.id(),
                entry.kind(),
                entry.at().plus(Duration.ofDays(days)),
                entry.legs(),
                entry.reason());
    }

    /** A trade of {@code order}, so many seconds after everything began. */
    public static Execution trade(
            NewOrder order, String execId, String quantity, String price, int second) {
        Execution like =
                ((OrderEvent.Executed) Requests.executed(order, execId, quantity, price))
                        .execution();
        return new Execution(
                like.id(),
                like.symbol(),
                like.side(),
                like.lastQty(),
                like.lastPx(),
                like.fee(),
                EFFECTIVE.plusSeconds(second),
                Optional.empty(),
                like.received());
    }

    /** The same, in the place of another that was busted. */
    public static Execution correcting(Execution execution, String corrected) {
        return new Execution(
                execution.id(),
                execution.symbol(),
                execution.side(),
                execution.lastQty(),
                execution.lastPx(),
                execution.fee(),
                execution.transactTime(),
                Optional.of(new ExecId(corrected)),
                execution.received());
    }

    /** What {@code like} would have traded, for nobody's order, in the account {@code home}. */
    public static Orphan orphan(
            String home, String brokerOrderId, NewOrder like, String execId, String quantity) {
        Execution execution =
                ((OrderEvent.Executed) Requests.executed(like, execId, quantity)).execution();
        return new Orphan(position(home), new BrokerOrderId(brokerOrderId), execution, false);
    }
}
