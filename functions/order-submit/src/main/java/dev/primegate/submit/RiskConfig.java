package dev.primegate.submit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** What accounts may do; the defaults are those of a first day. */
@ConfigMapping(prefix = "primegate.risk")
interface RiskConfig {
    /** The currency that notional limits are in. */
    @WithDefault("USD")
    String currency();

    /** The most one order may be worth. */
    @WithDefault("1000")
    BigDecimal maxOrderNotional();

    /** The most all open orders of an account may be worth. */
    @WithDefault("10000")
    BigDecimal openNotional();

    /** How many orders of an account may be open. */
    @WithDefault("100")
    int openOrders();

    /** How old a reference price may be before it is none; read again five times as often. */
    @WithDefault("15s")
    Duration referenceMaxAge();

    /** For how long another order that looks the same is refused; zero for never. */
    @WithDefault("2s")
    Duration duplicateWindow();

    /** Limits of one instrument, by its symbol; in units of its base. */
    @WithDefaults
    Map<String, SymbolLimits> symbols();

    /** What an account may do in one instrument. */
    interface SymbolLimits {
        /** The most one order may be for. */
        @WithDefault("1")
        BigDecimal maxOrderQty();

        /** The longest position, open buys included. */
        @WithDefault("10")
        BigDecimal maxLong();

        /** The shortest position, open sells included; zero forbids selling short. */
        @WithDefault("0")
        BigDecimal maxShort();
    }
}
