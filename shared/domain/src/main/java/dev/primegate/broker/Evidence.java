package dev.primegate.broker;

import java.time.Instant;
import java.util.List;

/** What a broker's records say of an order whose fate we doubt. */
public sealed interface Evidence {
    /** It is there; its news, oldest first. */
    record Found(List<BrokerNews> news) implements Evidence {}

    /**
     * Its lists are whole and do not hold it.
     *
     * @param askedAt the broker's clock before the first list was asked for: proof of absence only
     *     if that lies beyond the order's fence
     */
    record Absent(String proof, Instant askedAt) implements Evidence {}

    /** A list failed, was cut or contradicts itself: proves nothing. */
    record Inconclusive(String why) implements Evidence {}
}
