package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimeMappingTest {
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");

    private final PrimeMapping mapping = new PrimeMapping(SymbolMaster.standard());

    @ParameterizedTest
    @CsvSource({
        "PENDING, 0, PENDING_NEW",
        "OPEN, 0, NEW",
        "OPEN, 0.00000001, PARTIALLY_FILLED",
        "FILLED, 1, FILLED",
        "CANCELLED, 0, CANCELED",
        "CANCELLED, 0.4, CANCELED",
        "EXPIRED, 0, EXPIRED",
        "FAILED, 0, REJECTED",
    })
    @Proves("F4")
    void everyStatus(String theirs, String filled, OrderStatus ours) {
        assertThat(PrimeMapping.status(theirs, Quantity.of(filled))).isEqualTo(ours);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"UNKNOWN_ORDER_STATUS", "CANCELED", "open", "", "PENDING_CANCEL"})
    @Proves("G10")
    void noOtherWordIsGuessed(String theirs) {
        assertThatThrownBy(() -> PrimeMapping.status(theirs, Quantity.NONE))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void anOrderSizedInCashIsPartiallyFilledWhileItIsOpen() {
        OrderEvent.Reported reported =
                PrimeMapping.reported(
                        read(
                                """
                                {"id":"p-1","client_order_id":"x","status":"OPEN","base_quantity":"",
                                 "quote_value":"1000","filled_quantity":"0.01",
                                 "something_new":{"deep":[1]}}
                                """,
                                PrimeMessages.Order.class),
                        AT);

        assertThat(reported.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(reported.cumQty()).contains(Quantity.of("0.01"));
    }

    @Test
    void aFailedOrderSaysWhy() {
        OrderEvent.Reported reported =
                PrimeMapping.reported(
                        read(
                                """
                                {"id":"p-1","status":"FAILED","filled_quantity":"",
                                 "user_context":"insufficient funds"}
                                """,
                                PrimeMessages.Order.class),
                        AT);

        assertThat(reported.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(reported.cumQty()).contains(Quantity.NONE);
        assertThat(reported.text()).contains("insufficient funds");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"60000.12\"', 60000.12",
        "60000.12, 60000.12",
        "'\"60000.1200000000000000001\"', 60000.12",
        "6.000012e4, 60000.12",
    })
    @Proves({"A6", "D1"})
    void amountsAreTextOrNumbersAndFloatNoiseIsTakenOff(String json, String price) {
        Execution execution = mapping.execution(fill("\"0.25\"", json));

        assertThat(execution.lastPx()).isEqualTo(Price.of(price));
        assertThat(execution.lastQty()).isEqualTo(Quantity.of("0.25"));
        assertThat(execution.fee().orElseThrow().amount()).isEqualTo(Decimal10.of("1.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\"NaN\"", "\"-1\"", "\"1,5\"", "\"0x1\"", "{}"})
    @Proves("X58")
    void whatIsNoQuantityIsNotRead(String json) {
        assertThatThrownBy(() -> mapping.execution(fill(json, "\"60000\"")))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    @Proves("X57")
    void anUnknownProductIsNotRead() {
        assertThatThrownBy(() -> mapping.instrument("DOGE-USD"))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void onlyOurOwnClientOrderIdsAreOurs() {
        assertThat(PrimeMapping.ours("made-on-the-screen")).isEmpty();
        assertThat(PrimeMapping.ours(null)).isEmpty();
        assertThat(PrimeMapping.ours("5QTUEWGMUQPFLICIRE6TH4M3")).isPresent();
    }

    private static PrimeMessages.Fill fill(String quantity, String price) {
        return read(
                """
                {"id":"f-1","order_id":"p-1","product_id":"BTC-USD","side":"BUY",
                 "filled_quantity":%s,"price":%s,"time":"2026-11-02T10:00:00.123456Z",
                 "commission":"1.5","venue":"COINBASE"}
                """
                        .formatted(quantity, price),
                PrimeMessages.Fill.class);
    }

    private static <T> T read(String json, Class<T> type) {
        return BrokerJson.read(json, type);
    }
}
