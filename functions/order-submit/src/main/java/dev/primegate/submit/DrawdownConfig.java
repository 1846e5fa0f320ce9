package dev.primegate.submit;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/** Drawdown limits: how much of its highest equity an account may lose. */
@ConfigMapping(prefix = "primegate.drawdown")
interface DrawdownConfig {
    /** Accounts that have one. */
    List<Limit> accounts();

    /** One account's. */
    interface Limit {
        /** Which, as {@code tenant/account}. */
        String account();

        /** What it began with, in the risk currency; a deposit or withdrawal changes it. */
        BigDecimal capital();

        /** So much of the highest equity lost, in basis points, and it may only reduce. */
        OptionalInt reduceBps();

        /** So much of it lost, and it may not trade. */
        OptionalInt haltBps();
    }
}
