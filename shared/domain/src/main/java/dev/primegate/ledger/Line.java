package dev.primegate.ledger;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One line of an account's tape: a fact that moves a position. The tape is only ever added to, and
 * a position is the sum of its lines.
 */
public sealed interface Line {
    /** By the time of the fact, whenever it was told; ties by id, so that all see one order. */
    Comparator<Line> BY_TIME = Comparator.comparing(Line::at).thenComparing(Line::id);

    PositionId position();

    Instant at();

    /** Unique within the tape. */
    String id();

    /** What the line adds to its position. */
    Position change();

    /**
     * A trade at the broker.
     *
     * @param order ours that it filled; none while we have none
     * @param counted whether it moves anything: not if its bust came before it
     */
    record Traded(
            PositionId position,
            Execution execution,
            Optional<OrderId> order,
            Optional<BrokerOrderId> brokerOrderId,
            boolean counted)
            implements Line {
        @Override
        public Instant at() {
            return execution.transactTime();
        }

        @Override
        public String id() {
            return "E#" + position.broker() + "#" + execution.id();
        }

        @Override
        public Position change() {
            Position moved = Position.traded(position.broker(), execution);
            return counted ? moved : moved.plus(moved.undone()).withLines(1);
        }

        /** The same, of this order of ours. */
        public Traded of(OrderId id) {
            return new Traded(position, execution, Optional.of(id), brokerOrderId, counted);
        }
    }

    /**
     * A trade taken back.
     *
     * @param what the trade; none if it has not come yet, or was not counted
     */
    record Undone(PositionId position, ExecId execId, Instant at, Why why, Optional<Execution> what)
            implements Line {
        /** Why a trade no longer counts here. */
        public enum Why {
            /** The broker annulled it. */
            BUSTED,
            /** An orphan went to its order, and does not count here. */
            ATTACHED
        }

        @Override
        public String id() {
            String letter = why == Why.BUSTED ? "U" : "V";
            return letter + "#" + position.broker() + "#" + execId;
        }

        @Override
        public Position change() {
            return what.map(execution -> Position.traded(position.broker(), execution).undone())
                    .orElse(Position.none(position.broker(), position.symbol()).withLines(1));
        }
    }

    /** One leg of a journal entry. */
    record Journaled(
            PositionId position,
            JournalId entry,
            JournalKind kind,
            Instant at,
            Decimal10 quantity,
            Decimal10 value,
            Optional<Money> fee)
            implements Line {
        @Override
        public String id() {
            return "J#" + position.broker() + "#" + position.symbol() + "#" + entry;
        }

        @Override
        public Position change() {
            return Position.moved(position, quantity, value, fee);
        }
    }
}
