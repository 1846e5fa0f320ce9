package dev.primegate.order;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import java.util.Optional;
import java.util.OptionalInt;

/** Under which conditions an order may trade. */
public sealed interface OrderTerms {
    /** FIX tag 40, in its words. */
    OrdType ordType();

    /** The worst price the order may trade at, if it has one. */
    default Optional<Price> limit() {
        return Optional.empty();
    }

    /** The quote it takes, if it takes one; FIX tag 117. */
    default Optional<QuoteId> quote() {
        return Optional.empty();
    }

    /** The price that wakes the order, if it sleeps. */
    default Optional<Price> stop() {
        return Optional.empty();
    }

    /** The most it may slip, in basis points, if it trades at the market. */
    default OptionalInt maxSlippage() {
        return OptionalInt.empty();
    }

    /** A strategy that works the order over time, if one was asked for. */
    default Optional<Strategy> strategy() {
        return Optional.empty();
    }

    /**
     * At the market.
     *
     * @param maxSlippageBps how far from the reference it may fill, in basis points of it
     */
    record Market(int maxSlippageBps, Optional<Strategy> strategy) implements OrderTerms {
        public Market {
            if (maxSlippageBps < 1 || maxSlippageBps > 10_000) {
                throw new IllegalArgumentException(
                        "maxSlippageBps is not within 1 to 10000: " + maxSlippageBps);
            }
        }

        @Override
        public OrdType ordType() {
            return OrdType.MARKET;
        }

        @Override
        public OptionalInt maxSlippage() {
            return OptionalInt.of(maxSlippageBps);
        }
    }

    /** At {@code price} or better. */
    record Limit(Price price, Optional<Strategy> strategy) implements OrderTerms {
        @Override
        public OrdType ordType() {
            return OrdType.LIMIT;
        }

        @Override
        public Optional<Price> limit() {
            return Optional.of(price);
        }
    }

    /** At the market once {@code stopPx} has traded. */
    record Stop(Price stopPx, int maxSlippageBps) implements OrderTerms {
        @Override
        public OrdType ordType() {
            return OrdType.STOP;
        }

        @Override
        public OptionalInt maxSlippage() {
            return OptionalInt.of(maxSlippageBps);
        }

        @Override
        public Optional<Price> stop() {
            return Optional.of(stopPx);
        }
    }

    /** At {@code price} or better once {@code stopPx} has traded. */
    record StopLimit(Price stopPx, Price price) implements OrderTerms {
        @Override
        public OrdType ordType() {
            return OrdType.STOP_LIMIT;
        }

        @Override
        public Optional<Price> limit() {
            return Optional.of(price);
        }

        @Override
        public Optional<Price> stop() {
            return Optional.of(stopPx);
        }
    }

    /**
     * Takes what a broker has quoted, all of it.
     *
     * @param price what was quoted for the order's side: it trades there or not at all
     */
    record PreviouslyQuoted(QuoteId quoteId, Price price) implements OrderTerms {
        @Override
        public OrdType ordType() {
            return OrdType.PREVIOUSLY_QUOTED;
        }

        @Override
        public Optional<QuoteId> quote() {
            return Optional.of(quoteId);
        }

        @Override
        public Optional<Price> limit() {
            return Optional.of(price);
        }
    }

    /**
     * {@code MARKET} is 1, {@code LIMIT} 2, {@code STOP} 3, {@code STOP_LIMIT} 4, {@code
     * PREVIOUSLY_QUOTED} D.
     */
    enum OrdType {
        MARKET,
        LIMIT,
        STOP,
        STOP_LIMIT,
        PREVIOUSLY_QUOTED
    }

    /**
     * Work the order over its time window; FIX tag 847.
     *
     * @param participationRate at most this share of the volume, above 0 and at most 1; FIX 849
     */
    record Strategy(Target target, Optional<Decimal10> participationRate) {
        public Strategy {
            participationRate.ifPresent(Strategy::requireShare);
        }

        private static void requireShare(Decimal10 rate) {
            if (rate.signum() <= 0 || rate.compareTo(Decimal10.ONE) > 0) {
                throw new IllegalArgumentException(
                        "participationRate is not above 0 and at most 1: " + rate);
            }
        }

        /** Time- or volume-weighted average price. */
        public enum Target {
            TWAP,
            VWAP
        }
    }
}
