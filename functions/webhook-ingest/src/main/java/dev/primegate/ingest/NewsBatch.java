package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Order;
import java.util.List;

/**
 * News of one broker that is acknowledged together.
 *
 * @param moves hears of each order that moves
 */
record NewsBatch(BrokerId broker, List<BrokerNews> news, String by, Moves moves) {
    /** Who wants to know what came of news. */
    @FunctionalInterface
    interface Moves {
        void moved(Order order);
    }
}
