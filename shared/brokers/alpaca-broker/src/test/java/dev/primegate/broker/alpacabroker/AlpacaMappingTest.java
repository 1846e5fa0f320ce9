package dev.primegate.broker.alpacabroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.Holding;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.ledger.Balance;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the README's table. */
class AlpacaMappingTest {
    @ParameterizedTest
    @CsvSource({
        "accepted, day, 0, PENDING_NEW",
        "pending_new, day, 0, PENDING_NEW",
        "new, day, 0, NEW",
        "new, day, 1, PARTIALLY_FILLED",
        "accepted_for_bidding, day, 0, NEW",
        "stopped, day, 0, NEW",
        "suspended, day, 1, PARTIALLY_FILLED",
        "held, day, 0, NEW",
        "partially_filled, day, 1, PARTIALLY_FILLED",
        "done_for_day, day, 0, DONE_FOR_DAY",
        "done_for_day, gtc, 0, NEW",
        "done_for_day, gtc, 1, PARTIALLY_FILLED",
        "calculated, day, 4, FILLED",
        "calculated, gtc, 4, FILLED",
        "calculated, day, 1, DONE_FOR_DAY",
        "calculated, gtc, 1, PARTIALLY_FILLED",
        "pending_cancel, day, 0, PENDING_CANCEL",
        "pending_replace, day, 0, PENDING_REPLACE",
        "filled, day, 4, FILLED",
        "canceled, day, 0, CANCELED",
        "expired, day, 0, EXPIRED",
        "rejected, day, 0, REJECTED",
    })
    @Proves("G1")
    void everyStatusIsOneOfOurs(String word, String life, String filled, OrderStatus status) {
        assertThat(AlpacaMapping.status(order(word, life), Quantity.of(filled))).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replaced", "NEW", "restated", ""})
    @Proves("D1")
    void aStatusThatIsNotKnownIsNotGuessed(String word) {
        assertThatThrownBy(() -> AlpacaMapping.status(order(word, "day"), Quantity.of("0")))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void anOrderIsReportedAsItStands() {
        assertThat(AlpacaMapping.reported(Payloads.order()))
                .isEqualTo(
                        new OrderEvent.Reported(
                                OrderStatus.NEW,
                                Optional.of(
                                        new BrokerOrderId("edada91a-8b55-4916-a153-8c7a9817e708")),
                                Optional.of(Quantity.of("0")),
                                Instant.parse("2026-04-20T14:12:30.609783218Z"),
                                Optional.empty()));
    }

    @Test
    void sidesAreRead() {
        assertThat(AlpacaMapping.side("buy")).isEqualTo(Side.BUY);
        assertThat(AlpacaMapping.side("sell")).isEqualTo(Side.SELL);
        assertThat(AlpacaMapping.side("sell_short")).isEqualTo(Side.SELL_SHORT);
        assertThatThrownBy(() -> AlpacaMapping.side("BUY")).isInstanceOf(UnreadableException.class);
    }

    @ParameterizedTest
    @CsvSource({"5, long, 5", "5, short, -5", "-5, short, -5"})
    void aShortPositionIsBelowZeroHoweverItIsSaid(String qty, String side, String quantity) {
        assertThat(AlpacaMapping.holding(position(qty, side)))
                .isEqualTo(
                        new Holding(
                                "AAPL",
                                Decimal10.of(quantity),
                                Optional.of(Decimal10.of("199.87"))));
        assertThatThrownBy(() -> AlpacaMapping.holding(position("-5", "long")))
                .isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> AlpacaMapping.holding(position("5", "both")))
                .isInstanceOf(UnreadableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"10000.125\"", "10000.125"})
    @Proves("A6")
    void moneyIsReadFromStringsAndNumbersAlike(String cash) {
        AlpacaMessages.Account account =
                BrokerJson.read(
                        "{\"cash\":%s,\"currency\":\"USD\",\"sma\":1e-8}".formatted(cash),
                        AlpacaMessages.Account.class);

        assertThat(AlpacaMapping.balance(account))
                .isEqualTo(
                        new Balance(
                                new Money(Decimal10.of("10000.125"), new Asset("USD")),
                                new Money(Decimal10.ZERO, new Asset("USD"))));
    }

    @Test
    void othersOrdersAreNotOurs() {
        assertThat(AlpacaMapping.ours("eb9e2aaa-f71a-4f51-b5b4-52a6c565dad4")).isEmpty();
        assertThat(AlpacaMapping.ours(null)).isEmpty();
        assertThat(AlpacaMapping.ours(Payloads.order().clientOrderId())).isPresent();
    }

    private static AlpacaMessages.Position position(String qty, String side) {
        return new AlpacaMessages.Position("AAPL", qty, side, "199.87");
    }

    private static AlpacaMessages.Order order(String status, String life) {
        return BrokerJson.read(
                "{\"status\":\"%s\",\"time_in_force\":\"%s\",\"qty\":\"4\"}"
                        .formatted(status, life),
                AlpacaMessages.Order.class);
    }
}
