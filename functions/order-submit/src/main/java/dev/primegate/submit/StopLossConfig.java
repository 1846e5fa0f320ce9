package dev.primegate.submit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Stop-losses: positions to close when a price crosses. */
@ConfigMapping(prefix = "primegate.stop-loss")
interface StopLossConfig {
    /** Each of them. */
    List<Trigger> triggers();

    /** After which time an order that is not filled wakes somebody. */
    @WithDefault("60s")
    Duration patience();

    /** One position to watch. */
    interface Trigger {
        /** Its name, part of the order's clOrdId: at most 40 of letters, digits and hyphens. */
        String id();

        /** Whose position it is. */
        String tenant();

        /** In which account of the tenant. */
        String account();

        /** As in the symbol master. */
        String symbol();

        /** The reference price at which it fires. */
        BigDecimal price();

        /** Whether it fires at that price and below, or at it and above. */
        Direction direction();

        /** How far from the reference the order may fill. */
        @WithDefault("100")
        int maxSlippageBps();
    }

    /** A fall is what a long position fears, a rise what a short one does. */
    enum Direction {
        BELOW,
        ABOVE
    }
}
