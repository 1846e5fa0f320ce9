package dev.primegate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.instrument.TradingHours;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Orders;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MandateTest {
    private static final Instrument BTC = SymbolMaster.standard().get(Orders.BTC);
    private static final NewOrder ORDER = Orders.buy("a", "1");
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final TradingHours NEW_YORK =
            new TradingHours.Weekdays(
                    ZoneId.of("America/New_York"),
                    LocalTime.of(9, 30),
                    LocalTime.of(16, 0),
                    Set.of(LocalDate.of(2026, 11, 26)),
                    Map.of(LocalDate.of(2026, 11, 27), LocalTime.of(13, 0)));

    @Test
    @Proves("J5")
    void theRestrictedListHoldsFromItsFirstMomentToItsLast() {
        Mandate mandate =
                restricted(
                        new Restriction(Orders.BTC, Optional.of(NOON), at("2026-11-03T00:00:00Z")));

        assertThat(code(mandate, ORDER, NOON.minusNanos(1))).isEmpty();
        assertThat(code(mandate, ORDER, NOON)).contains("restricted-symbol");
        assertThat(code(mandate, ORDER, Instant.parse("2026-11-02T23:59:59.999Z")))
                .contains("restricted-symbol");
        assertThat(code(mandate, ORDER, Instant.parse("2026-11-03T00:00:00Z"))).isEmpty();
    }

    @Test
    void aRestrictionWithoutDatesHoldsAlwaysAndForItsSymbolAlone() {
        Symbol ether = new Symbol("ETH-USD");

        assertThat(code(restricted(always(Orders.BTC)), ORDER, Instant.EPOCH))
                .contains("restricted-symbol");
        assertThat(code(restricted(always(ether)), ORDER, NOON)).isEmpty();
    }

    @Test
    void anOrderThatBeginsLaterIsJudgedByBothTimes() {
        NewOrder tomorrow = new NewOrderOf(ORDER).startingAt(NOON.plusSeconds(86_400));
        Restriction fromTonight =
                new Restriction(Orders.BTC, at("2026-11-02T23:00:00Z"), Optional.empty());
        Restriction tillTonight =
                new Restriction(Orders.BTC, Optional.empty(), at("2026-11-02T23:00:00Z"));

        assertThat(code(restricted(fromTonight), tomorrow, NOON)).contains("restricted-symbol");
        assertThat(code(restricted(tillTonight), tomorrow, NOON)).contains("restricted-symbol");
    }

    @Test
    void anAccountTradesWhatItMay() {
        assertThat(code(allowed(Set.of(), Set.of()), ORDER, NOON)).isEmpty();
        assertThat(code(allowed(Set.of(Orders.BTC), Set.of()), ORDER, NOON)).isEmpty();
        assertThat(code(allowed(Set.of(), Set.of(AssetClass.DIGITAL_ASSET)), ORDER, NOON))
                .isEmpty();
        Mandate shares = allowed(Set.of(new Symbol("ETH-USD")), Set.of(AssetClass.EQUITY));
        assertThat(shares.denial(ORDER, BTC, NOON).orElseThrow())
                .isEqualTo(
                        Denial.beyond(
                                "instrument-not-allowed",
                                "the account may not trade this instrument",
                                "[EQUITY] [ETH-USD]",
                                "DIGITAL_ASSET BTC-USD"));
    }

    @Test
    @Proves("J5")
    void anExchangeTradesOnItsOwnClock() {
        // Summer time ended the day before: 09:30 there is 14:30 here.
        assertThat(open("2026-11-02T14:29:59Z")).isFalse();
        assertThat(open("2026-11-02T14:30:00Z")).isTrue();
        assertThat(open("2026-11-02T20:59:59Z")).isTrue();
        assertThat(open("2026-11-02T21:00:00Z")).isFalse();
        assertThat(open("2026-10-30T13:30:00Z")).isTrue();
        assertThat(open("2026-10-30T20:00:00Z")).isFalse();
        assertThat(open("2026-11-01T15:00:00Z")).isFalse();
    }

    @Test
    void holidaysAreClosedAndEarlyClosesEarlier() {
        assertThat(open("2026-11-26T15:00:00Z")).isFalse();
        assertThat(open("2026-11-27T17:59:59Z")).isTrue();
        assertThat(open("2026-11-27T18:00:00Z")).isFalse();
    }

    @Test
    void anOrderIsRefusedWhileItsMarketIsClosedUnlessItBeginsLater() {
        Mandate mandate = new Mandate(List.of(), Set.of(), Set.of(), NEW_YORK);

        assertThat(code(mandate, ORDER, NOON)).contains("market-closed");
        assertThat(
                        code(
                                mandate,
                                new NewOrderOf(ORDER).startingAt(NOON.plusSeconds(3 * 3_600)),
                                NOON))
                .isEmpty();
        assertThat(code(mandate, new NewOrderOf(ORDER).startingAt(Instant.EPOCH), NOON))
                .contains("market-closed");
    }

    private static boolean open(String time) {
        return NEW_YORK.isOpenAt(Instant.parse(time));
    }

    private static Optional<String> code(Mandate mandate, NewOrder order, Instant now) {
        return mandate.denial(order, BTC, now).map(Denial::code);
    }

    private static Mandate restricted(Restriction restriction) {
        return new Mandate(List.of(restriction), Set.of(), Set.of(), new TradingHours.Always());
    }

    private static Mandate allowed(Set<Symbol> symbols, Set<AssetClass> classes) {
        return new Mandate(List.of(), symbols, classes, new TradingHours.Always());
    }

    private static Restriction always(Symbol symbol) {
        return new Restriction(symbol, Optional.empty(), Optional.empty());
    }

    private static Optional<Instant> at(String time) {
        return Optional.of(Instant.parse(time));
    }
}
