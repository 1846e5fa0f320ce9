package dev.primegate.broker.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.LocateDesk;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.MarginState;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the mapping table in the README. */
class ClearStreetMappingTest {
    private static final Asset DOLLAR = new Asset("USD");

    private final ClearStreetMapping mapping = new ClearStreetMapping(SymbolMaster.standard());

    @ParameterizedTest
    @CsvSource({
        "pending-new,          open,     0,  PENDING_NEW",
        "new,                  open,     0,  NEW",
        "new,                  open,     5,  PARTIALLY_FILLED",
        "accepted-for-bidding, open,     0,  NEW",
        "stopped,              open,     0,  NEW",
        "suspended,            open,     5,  PARTIALLY_FILLED",
        "calculated,           open,     0,  NEW",
        "calculated,           closed,   5,  DONE_FOR_DAY",
        "done-for-day,         open,     0,  NEW",
        "done-for-day,         closed,   0,  DONE_FOR_DAY",
        "replaced,             open,     0,  NEW",
        "pending-replace,      open,     0,  PENDING_REPLACE",
        "pending-cancel,       open,     5,  PENDING_CANCEL",
        "partially-filled,     open,     5,  PARTIALLY_FILLED",
        "filled,               closed,  10,  FILLED",
        "canceled,             closed,   5,  CANCELED",
        "expired,              closed,   0,  EXPIRED",
        "rejected,             rejected, 0,  REJECTED"
    })
    @Proves("A4")
    void statuses(String status, String state, String filled, OrderStatus ours) {
        assertThat(status(status, state, filled)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "working,  open",
        "NEW,      open",
        "new,      paused",
        "new,      closed",
        "canceled, open",
        "rejected, closed",
        "expired,  rejected"
    })
    @Proves("A6")
    void anUnknownOrContradictingWordIsNoStatus(String status, String state) {
        assertThatThrownBy(() -> status(status, state, "0"))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    @Proves({"A6", "A4"})
    void anOrderIsReadWhateverElseItHolds() {
        BrokerNews.OfOrder news = (BrokerNews.OfOrder) ClearStreetMapping.news(payloadOrder());

        assertThat(news.orderId().orElseThrow().text()).isEqualTo("AAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(news.eventId()).isEqualTo("order/12390213/3");
        assertThat(news.event())
                .isEqualTo(
                        new OrderEvent.Reported(
                                OrderStatus.PARTIALLY_FILLED,
                                Optional.of(new BrokerOrderId("12390213")),
                                Optional.of(Quantity.of("40")),
                                Instant.ofEpochMilli(1793613601456L),
                                Optional.empty()));
    }

    @Test
    @Proves({"A6", "D1"})
    void theNoiseOfADoubleIsRoundedAwayAndNothingElse() {
        Execution execution = mapping.execution(payloadTrade());

        assertThat(execution.lastPx()).isEqualTo(Price.of("199.9875"));
        assertThat(execution.lastQty()).isEqualTo(Quantity.of("40"));
        assertThat(execution.side()).isEqualTo(Side.SELL_SHORT);
        assertThat(execution.fee()).isEmpty();
    }

    @Test
    void aReferenceThatIsNotOursIsSomebodyElses() {
        assertThat(ClearStreetMapping.ours("my-order-id-123")).isEmpty();
        assertThat(ClearStreetMapping.ours(null)).isEmpty();
    }

    @Test
    @Proves("A6")
    void whatCannotBeReadIsKeptWithTheOrderItIsAbout() {
        ClearStreetMessages.Order strange =
                order("{\"order_id\":\"o-1\",\"state\":\"open\",\"status\":\"dreaming\"}");

        assertThat(ClearStreetMapping.news(strange))
                .isInstanceOfSatisfying(
                        BrokerNews.Unreadable.class,
                        news -> assertThat(news.order()).contains(new BrokerOrderId("o-1")));
    }

    @Test
    @Proves({"A4", "A6"})
    void theMarginThatBindsIsTheOneWithTheLeastExcess() {
        MarginState state = margin(MarginState.Model.REG_T, "regt-margin.json");

        assertThat(state)
                .isEqualTo(
                        new MarginState(
                                MarginState.Model.REG_T,
                                MarginState.Level.DEFICIT,
                                Set.of(),
                                Optional.of(new Money(Decimal10.of("1000000.1"), DOLLAR)),
                                Optional.of(new Money(Decimal10.of("-0.1000000001"), DOLLAR)),
                                Instant.ofEpochMilli(1793613601456L),
                                "house"));
        assertThat(state.isCalled()).isTrue();
    }

    @Test
    @Proves("A6")
    void theMisspelledExcessIsRead() {
        MarginState state = margin(MarginState.Model.PORTFOLIO, "portfolio-margin.json");

        assertThat(state.excess()).contains(new Money(Decimal10.of("1250000"), DOLLAR));
        assertThat(state.source()).isEqualTo("effective");
        assertThat(state.isCalled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pending, PENDING",
        "offered, OFFERED",
        "filled, FILLED",
        "rejected, REJECTED",
        "declined, DECLINED",
        "expired, EXPIRED",
        "cancelled, CANCELLED"
    })
    void locates(String status, LocateDesk.Status ours) {
        assertThat(mapping.locate(locate(status)).status()).isEqualTo(ours);
    }

    @Test
    void anUnknownLocateStatusIsNone() {
        assertThatThrownBy(() -> mapping.locate(locate("canceled")))
                .isInstanceOf(UnreadableException.class);
    }

    private static ClearStreetMessages.Locate locate(String status) {
        return BrokerJson.read(
                """
                {"locate_order_id":"l-1","symbol":"XOM","status":"%s","requested_quantity":"100"}
                """
                        .formatted(status),
                ClearStreetMessages.Locate.class);
    }

    private static MarginState margin(MarginState.Model model, String file) {
        return ClearStreetMargin.state(
                model, BrokerJson.read(payload(file), ClearStreetMessages.Margin.class));
    }

    private static OrderStatus status(String status, String state, String filled) {
        return ClearStreetMapping.status(
                order("{\"status\":\"%s\",\"state\":\"%s\"}".formatted(status, state)),
                Quantity.of(filled));
    }

    private static ClearStreetMessages.Order order(String json) {
        return BrokerJson.read(json, ClearStreetMessages.Order.class);
    }

    private static ClearStreetMessages.Order payloadOrder() {
        return Objects.requireNonNull(
                BrokerJson.read(payload("order.json"), ClearStreetMessages.OneOrder.class).order());
    }

    private static ClearStreetMessages.Trade payloadTrade() {
        return Objects.requireNonNull(
                        BrokerJson.read(payload("trades.json"), ClearStreetMessages.Trades.class)
                                .data())
                .getFirst();
    }

    private static String payload(String file) {
        try (InputStream in = ClearStreetMappingTest.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
