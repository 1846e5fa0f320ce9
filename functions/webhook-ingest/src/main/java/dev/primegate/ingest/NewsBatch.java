package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Order;
import dev.primegate.telemetry.Trace;
import dev.primegate.telemetry.Traces;
import java.util.List;
import java.util.Optional;

/**
 * News of one broker that is acknowledged together.
 *
 * @param moves hears of each order that moves
 * @param trace of the request that brought it, if one did
 */
record NewsBatch(
        BrokerId broker, List<BrokerNews> news, String by, Moves moves, Optional<Trace> trace) {
    /** Brought by the work of this thread. */
    NewsBatch(BrokerId broker, List<BrokerNews> news, String by, Moves moves) {
        this(broker, news, by, moves, Traces.current());
    }

    /** Who wants to know what came of news. */
    @FunctionalInterface
    interface Moves {
        void moved(Order order);
    }
}
