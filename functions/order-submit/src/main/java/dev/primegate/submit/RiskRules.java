package dev.primegate.submit;

import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.instrument.TradingHours;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.risk.Cap;
import dev.primegate.risk.Limits;
import dev.primegate.risk.Mandate;
import dev.primegate.risk.MessageRate;
import dev.primegate.risk.PriceRules;
import dev.primegate.risk.Restriction;
import dev.primegate.submit.RiskConfig.AccountLimits;
import dev.primegate.submit.RiskConfig.InstrumentLimits;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configured rules, as they are for one order. What contradicts itself fails the start. */
@Singleton
@Startup
class RiskRules {
    private static final Decimal10 WHOLE = Decimal10.of("10000");

    private final RiskConfig config;
    private final SymbolMaster symbols;
    private final TradingHours exchange;
    private final List<Restriction> restricted;
    private final InstrumentRules instruments;

    RiskRules(RiskConfig config, SymbolMaster symbols) {
        this.config = config;
        this.symbols = symbols;
        this.exchange = hours(config.exchange());
        this.restricted =
                config.restricted().stream()
                        .map(entry ->
                                new Restriction(known(entry.symbol()), entry.from(), entry.until()))
                        .toList();
        this.instruments = new InstrumentRules(config, this::known);
        config.accounts().forEach(this::requireSense);
        symbols.all().forEach(instrument -> prices(instrument, Optional.empty()));
    }

    Mandate mandate(NewOrder order, Instrument instrument) {
        Optional<AccountLimits> own = own(order);
        return new Mandate(
                restricted,
                own.flatMap(AccountLimits::symbols).orElse(Set.of()).stream()
                        .map(this::known)
                        .collect(Collectors.toSet()),
                own.flatMap(AccountLimits::assetClasses).orElse(Set.of()),
                // What others of these trade at night is closed here: no such instrument is known.
                instrument.assetClass() == AssetClass.DIGITAL_ASSET
                        ? new TradingHours.Always()
                        : exchange);
    }

    PriceRules prices(NewOrder order, Instrument instrument) {
        return prices(instrument, Optional.of(account(order)));
    }

    /** The most money that may be in one instrument, if that is limited. */
    Optional<Decimal10> concentration(NewOrder order) {
        return own(order)
                .flatMap(own ->
                        own.maxPositionBps()
                                .map(bps ->
                                        Decimal10.exactly(own.capital().orElseThrow())
                                                .share(
                                                        Decimal10.of(bps.toString()),
                                                        WHOLE,
                                                        RoundingMode.FLOOR)));
    }

    /**
     * The limits of {@code order}.
     *
     * @param mark risk currency for one unit of the base; present if {@link #concentration} is
     */
    Limits limits(NewOrder order, Instrument instrument, Optional<BigDecimal> mark) {
        Optional<AccountLimits> own = own(order);
        Optional<String> account = Optional.of(account(order));
        return new Limits(
                quantity(
                        instruments
                                .limit(instrument, account, InstrumentLimits::maxOrderQty)
                                .orElse(config.maxOrderQty())),
                Decimal10.exactly(
                        own.flatMap(AccountLimits::maxOrderNotional)
                                .orElse(config.maxOrderNotional())),
                Decimal10.exactly(
                        own.flatMap(AccountLimits::openNotional).orElse(config.openNotional())),
                own.flatMap(AccountLimits::openOrders).orElse(config.openOrders()),
                cap(
                        order,
                        instruments
                                .limit(instrument, account, InstrumentLimits::maxLong)
                                .orElse(config.maxLong()),
                        mark),
                cap(
                        order,
                        instruments
                                .limit(instrument, account, InstrumentLimits::maxShort)
                                .orElse(config.maxShort()),
                        mark),
                rates(own));
    }

    private Cap cap(NewOrder order, BigDecimal units, Optional<BigDecimal> mark) {
        Cap cap = Cap.of(quantity(units));
        return concentration(order).map(money -> cap.worth(money, mark.orElseThrow())).orElse(cap);
    }

    private List<MessageRate> rates(Optional<AccountLimits> own) {
        int second = own.flatMap(AccountLimits::ordersPerSecond).orElse(config.ordersPerSecond());
        int minute = own.flatMap(AccountLimits::ordersPerMinute).orElse(config.ordersPerMinute());
        return Stream.of(rate(second, Duration.ofSeconds(1)), rate(minute, Duration.ofMinutes(1)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MessageRate> rate(int most, Duration window) {
        return most == 0 ? Optional.empty() : Optional.of(new MessageRate(most, window));
    }

    private PriceRules prices(Instrument instrument, Optional<String> account) {
        return new PriceRules(
                instruments
                        .limit(instrument, account, InstrumentLimits::collarBps)
                        .orElse(config.collarBps()),
                instruments
                        .limit(instrument, account, InstrumentLimits::maxSlippageBps)
                        .orElse(config.maxSlippageBps()),
                instruments
                        .limit(instrument, account, InstrumentLimits::slippageAlertBps)
                        .orElse(config.slippageAlertBps()),
                config.unpricedLimitOrders());
    }

    private Optional<AccountLimits> own(NewOrder order) {
        return config.accounts().stream()
                .filter(entry -> entry.account().equals(account(order)))
                .findFirst();
    }

    private Symbol known(String spelling) {
        return symbols.resolve(spelling)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "primegate.risk names no instrument: " + spelling))
                .symbol();
    }

    private void requireSense(AccountLimits own) {
        own.symbols().orElse(Set.of()).forEach(this::known);
        if (own.capital().isPresent() != own.maxPositionBps().isPresent()) {
            throw new IllegalArgumentException(
                    "capital and max-position-bps of %s: expected both or neither"
                            .formatted(own.account()));
        }
    }

    private static String account(NewOrder order) {
        return order.tenant() + "/" + order.account();
    }

    private static Quantity quantity(BigDecimal units) {
        return new Quantity(Decimal10.exactly(units));
    }

    private static TradingHours hours(RiskConfig.Exchange exchange) {
        if (exchange.always()) {
            return new TradingHours.Always();
        }
        Map<LocalDate, LocalTime> earlyCloses =
                exchange.earlyCloses().stream()
                        .collect(
                                Collectors.toMap(
                                        RiskConfig.EarlyClose::day, RiskConfig.EarlyClose::at));
        return new TradingHours.Weekdays(
                exchange.zone(),
                exchange.open(),
                exchange.close(),
                exchange.holidays().orElse(Set.of()),
                earlyCloses);
    }
}
