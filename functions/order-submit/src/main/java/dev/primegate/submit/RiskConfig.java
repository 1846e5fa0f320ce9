package dev.primegate.submit;

import dev.primegate.instrument.AssetClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What accounts may do; the defaults are those of a first month, and the ramp's those of a first
 * day. What differs by instrument or account is a list of entries, since an environment variable
 * cannot spell a key such as {@code BTC-USD}.
 */
@ConfigMapping(prefix = "primegate.risk")
interface RiskConfig {
    /** The currency that notional limits are in. */
    @WithDefault("USD")
    String currency();

    /** The most one order may be worth. */
    @WithDefault("10000")
    BigDecimal maxOrderNotional();

    /** The most all open orders of an account may be worth. */
    @WithDefault("10000")
    BigDecimal openNotional();

    /** How many orders of an account may be open. */
    @WithDefault("100")
    int openOrders();

    /** How many orders an account may send in one second; zero for any number. */
    @WithDefault("10")
    int ordersPerSecond();

    /** How many orders an account may send in one minute; zero for any number. */
    @WithDefault("100")
    int ordersPerMinute();

    /** The most units of an instrument's base one order may be for. */
    @WithDefault("1")
    BigDecimal maxOrderQty();

    /** The longest position, open buys included. */
    @WithDefault("10")
    BigDecimal maxLong();

    /** The shortest position, open sells included; zero forbids selling short. */
    @WithDefault("0")
    BigDecimal maxShort();

    /** The most slippage a market or stop order may bear, in basis points. */
    @WithDefault("100")
    int maxSlippageBps();

    /** A market or stop order's fill that slipped by more, in basis points, wakes somebody. */
    @WithDefault("50")
    int slippageAlertBps();

    /** A limit price so many basis points through its reference, or more, is refused. */
    @WithDefault("1000")
    int collarBps();

    /** Whether limit buys pass while there is no fresh reference to hold their price against. */
    @WithDefault("true")
    boolean unpricedLimitOrders();

    /** How old a reference price may be before it is none; read again five times as often. */
    @WithDefault("15s")
    Duration referenceMaxAge();

    /** How old a reference may be to turn a concentration limit into units. */
    @WithDefault("1h")
    Duration markMaxAge();

    /** For how long another order that looks the same is refused; zero for never. */
    @WithDefault("2s")
    Duration duplicateWindow();

    /** Limits of single instruments; one of an account outranks one of all accounts. */
    List<SymbolLimits> symbols();

    /** Limits of classes of instruments, for what their symbols do not say. */
    List<ClassLimits> classes();

    /** What is particular to an account. */
    List<AccountLimits> accounts();

    /** Instruments that nobody may trade. */
    List<Restricted> restricted();

    /** When exchanges trade; digital assets trade always. */
    Exchange exchange();

    /** How accounts begin. */
    RampLimits ramp();

    /** What may be done in one instrument; each value that is absent is looked up further out. */
    interface InstrumentLimits {
        /** The most one order may be for. */
        Optional<BigDecimal> maxOrderQty();

        /** The longest position, open buys included. */
        Optional<BigDecimal> maxLong();

        /** The shortest position, open sells included. */
        Optional<BigDecimal> maxShort();

        /** The most slippage a market or stop order may bear, in basis points. */
        Optional<Integer> maxSlippageBps();

        /** A fill that slipped by more, in basis points, wakes somebody. */
        Optional<Integer> slippageAlertBps();

        /** How far through its reference a limit price is refused, in basis points. */
        Optional<Integer> collarBps();
    }

    /** Limits of one instrument. */
    interface SymbolLimits extends InstrumentLimits {
        /** Which. */
        String symbol();

        /** For which account only, as {@code tenant/account}. */
        Optional<String> account();
    }

    /** Limits of a class of instruments. */
    interface ClassLimits extends InstrumentLimits {
        /** Which. */
        AssetClass assetClass();
    }

    /** What one account may do; what is absent is as for every account. */
    interface AccountLimits {
        /** Which, as {@code tenant/account}. */
        String account();

        /** The most one order may be worth. */
        Optional<BigDecimal> maxOrderNotional();

        /** The most all its open orders may be worth. */
        Optional<BigDecimal> openNotional();

        /** How many of its orders may be open. */
        Optional<Integer> openOrders();

        /** How many orders it may send in one second; zero for any number. */
        Optional<Integer> ordersPerSecond();

        /** How many orders it may send in one minute; zero for any number. */
        Optional<Integer> ordersPerMinute();

        /** What concentration is measured against, in the risk currency. */
        Optional<BigDecimal> capital();

        /** The most of its capital that may be in one instrument, open orders included. */
        Optional<Integer> maxPositionBps();

        /** The instruments it may trade; all, if neither these nor classes are given. */
        Optional<Set<String>> symbols();

        /** The classes of which it may trade every instrument. */
        Optional<Set<AssetClass>> assetClasses();
    }

    /** An instrument on the restricted list. */
    interface Restricted {
        /** Which. */
        String symbol();

        /** Since when; since ever if absent. */
        Optional<Instant> from();

        /** The first moment it may be traded again; for good if absent. */
        Optional<Instant> until();
    }

    /** The hours of an exchange, on weekdays. */
    interface Exchange {
        /** Whether it never closes, as a simulated one may. */
        @WithDefault("false")
        boolean always();

        /** Whose clock. */
        @WithDefault("America/New_York")
        ZoneId zone();

        /** When it opens. */
        @WithDefault("09:30")
        LocalTime open();

        /** When it closes. */
        @WithDefault("16:00")
        LocalTime close();

        /** Days without trading. */
        Optional<Set<LocalDate>> holidays();

        /** Days that close earlier. */
        List<EarlyClose> earlyCloses();
    }

    /** A day that closes earlier. */
    interface EarlyClose {
        /** Which. */
        LocalDate day();

        /** When it closes. */
        LocalTime at();
    }

    /** The ramp: every account trades small until somebody has approved that it need not. */
    interface RampLimits {
        /** Whether there is one; without it nothing needs an approval. */
        @WithDefault("true")
        boolean enabled();

        /** The most one order may be worth while the ramp is not lifted. */
        @WithDefault("1000")
        BigDecimal maxOrderNotional();

        /** The fewest days without a break that a lift must claim. */
        @WithDefault("5")
        int cleanDays();
    }
}
