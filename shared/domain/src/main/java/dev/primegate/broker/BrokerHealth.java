package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Whether brokers can be reached, as every function sees it. A broker that is down is tried again
 * by one of them, with a read, and never by an order.
 */
public interface BrokerHealth {
    /** How they stand, in one round trip; one that was never down is up. */
    Map<BrokerId, Standing> standings(Collection<BrokerId> brokers);

    /**
     * Takes it out of use.
     *
     * @param seen how it stood for whoever says so: if it has moved since, nothing changes
     * @param probeFrom when somebody may try it
     * @return whether it was this call that did it
     */
    boolean trip(BrokerId broker, Standing seen, Instant probeFrom);

    /**
     * Claims the right to try a broker that is down.
     *
     * @param until when another may, should nothing be heard of this one
     * @return how it stands then, for one caller in all; as it was, for the others
     */
    Standing claim(BrokerId broker, Standing seen, Instant until);

    /** Puts it back to use, if it still stands as {@code seen}. */
    boolean restore(BrokerId broker, Standing seen);

    /**
     * How a broker stands.
     *
     * @param generation one more with each change, so that of two who saw the same one acts
     * @param probeFrom when it may be tried, unless it is up
     */
    record Standing(State state, long generation, Instant probeFrom) {
        public static final Standing UP = new Standing(State.UP, 0, Instant.EPOCH);

        public boolean isUp() {
            return state == State.UP;
        }

        public boolean isDueForProbe(Instant now) {
            return !isUp() && !now.isBefore(probeFrom);
        }

        public Standing next(State newState, Instant newProbeFrom) {
            return new Standing(newState, generation + 1, newProbeFrom);
        }
    }

    /** A circuit breaker's three words. */
    enum State {
        UP,
        DOWN,
        /** Down, and being tried. */
        HALF
    }
}
