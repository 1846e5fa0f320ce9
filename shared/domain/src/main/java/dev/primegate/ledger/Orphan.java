package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import java.util.Optional;

/**
 * A trade at the broker that filled no order of ours. It is ours all the same, so it stands in a
 * position, and is known as an orphan until its order turns up.
 *
 * @param home the position it stands in meanwhile
 * @param busted whether the broker annulled it, so that it moves nothing
 */
public record Orphan(
        PositionId home, BrokerOrderId brokerOrderId, Execution execution, boolean busted) {
    public Orphan {
        if (!home.symbol().equals(execution.symbol())) {
            throw new IllegalArgumentException(
                    "execution of %s in %s".formatted(execution.symbol(), home));
        }
    }

    public BrokerId broker() {
        return home.broker();
    }

    public ExecId execId() {
        return execution.id();
    }

    /** The line that it stands on; a bust is a line of its own. */
    public Line.Traded line() {
        return new Line.Traded(home, execution, Optional.empty(), Optional.of(brokerOrderId), true);
    }

    public Orphan bust() {
        return new Orphan(home, brokerOrderId, execution, true);
    }
}
