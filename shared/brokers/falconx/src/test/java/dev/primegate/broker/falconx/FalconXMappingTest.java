package dev.primegate.broker.falconx;

import static dev.primegate.broker.falconx.Payloads.SAID;
import static dev.primegate.broker.falconx.Payloads.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Balance;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the README's tables. */
class FalconXMappingTest {
    private static final FalconXMapping MAPPING = new FalconXMapping(SymbolMaster.standard());

    @Test
    @Proves("A4")
    void everyStatusThereIs() {
        Instant beyond = Instant.parse("2026-11-02T10:00:15.250001Z");

        assertThat(FalconXMapping.status(quote("executed.json"), SAID))
                .isEqualTo(OrderStatus.FILLED);
        assertThat(FalconXMapping.status(quote("order-killed.json"), SAID))
                .isEqualTo(OrderStatus.REJECTED);
        assertThat(FalconXMapping.status(quote("quote.json"), SAID))
                .isEqualTo(OrderStatus.PENDING_NEW);
        assertThat(FalconXMapping.status(quote("quote.json"), beyond.minusNanos(1_000)))
                .isEqualTo(OrderStatus.PENDING_NEW);
        assertThat(FalconXMapping.status(quote("quote.json"), beyond))
                .isEqualTo(OrderStatus.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quote.json | \"is_filled\": false | \"is_filled\": null",
                "quote.json | \"status\": \"success\" | \"status\": \"pending\"",
                "quote.json | \"status\": \"success\" | \"status\": null",
                "quote.json | \"price_executed\": null | \"price_executed\": 1",
                "quote.json | \"t_execute\": null | \"t_execute\": \"2026-11-02T10:00:02Z\"",
                "quote.json | 2026-11-02T10:00:07.250000+00:00 | later",
            })
    void whatItSaysOtherwiseOrAgainstItselfIsUnreadable(String file, String word, String other) {
        assertThatThrownBy(() -> FalconXMapping.status(quote(file, word, other), SAID))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    @Proves({"A4", "A6", "D1"})
    void aTradeIsOneExecutionUnderItsOwnId() {
        FalconXMessages.Quote quote = quote("executed.json");

        assertThat(MAPPING.execution(quote))
                .isEqualTo(
                        new Execution(
                                new ExecId("5f0c3a7d9b1e4c6f8a2d4b6c8e0f1a2b"),
                                new Symbol("BTC-USD"),
                                Side.BUY,
                                Quantity.of("0.5"),
                                Price.of("60012.5"),
                                Optional.of(new Money(Decimal10.of("6.00125"), new Asset("USD"))),
                                Instant.parse("2026-11-02T10:00:02.500001Z"),
                                Optional.empty(),
                                MAPPING.execution(quote).received()));
    }

    @Test
    @Proves({"A6", "D1"})
    void numbersAreTakenAsStringsOrNumbersAndFloatNoiseIsRoundedAway() {
        Execution execution = MAPPING.execution(quote("order-filled.json"));

        assertThat(execution.lastQty()).isEqualTo(Quantity.of("1.23"));
        assertThat(execution.lastPx()).isEqualTo(Price.of("3001.1"));
        assertThat(execution.fee()).contains(new Money(Decimal10.of("1"), new Asset("USD")));
        assertThat(execution.transactTime()).isEqualTo("2026-11-02T10:00:00.000001Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"side_executed\": \"buy\" | \"side_executed\": \"borrow\"",
                "\"side_executed\": \"buy\" | \"side_executed\": null",
                "\"token\": \"BTC\" | \"token\": \"USD\"",
                "\"base_token\": \"BTC\" | \"base_token\": \"NOCOIN\"",
                "\"value\": \"0.50000\" | \"value\": \"-1\"",
                "\"value\": \"0.50000\" | \"value\": 0",
                "\"price_executed\": 60012.5 | \"price_executed\": 0",
                "\"price_executed\": 60012.5 | \"price_executed\": \"NaN\"",
                "\"fx_quote_id\": \"5f0c3a7d9b1e4c6f8a2d4b6c8e0f1a2b\" | \"fx_quote_id\": null",
                "2026-11-02T10:00:02.500001+00:00 | 2026-11-02 10:00:02",
                "\"is_filled\": true | \"is_filled\": false",
            })
    void noTradeIsMadeOfWhatCannotBeRead(String word, String other) {
        assertThatThrownBy(() -> MAPPING.execution(quote("executed.json", word, other)))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void aSaleIsPaidItsOwnPrice() {
        FalconXMessages.Quote sold =
                BrokerJson.read(
                        Payloads.with(
                                        "executed.json",
                                        "\"side_executed\": \"buy\"",
                                        "\"side_executed\": \"sell\"")
                                .replace("\"price_executed\": 60012.5", "\"price_executed\": null"),
                        FalconXMessages.Quote.class);

        assertThat(MAPPING.execution(sold).lastPx()).isEqualTo(Price.of("59987.25"));
        assertThat(MAPPING.execution(sold).side()).isEqualTo(Side.SELL);
    }

    @Test
    @Proves("A6")
    void aBalanceBelowZeroIsBorrowed() {
        List<Balance> balances =
                List.of(
                                BrokerJson.read(
                                        Payloads.text("balances.json"),
                                        FalconXMessages.Balance[].class))
                        .stream()
                        .map(FalconXMapping::balance)
                        .toList();

        assertThat(balances)
                .extracting(balance -> balance.amount().toString())
                .containsExactly("0 BTC", "-1.25 BTC", "0.00000001 ETH", "187.624207 USD");
    }

    @Test
    void itsReportOfAnOrderHasWhyItWasKilled() {
        var reported = FalconXMapping.reported(quote("order-killed.json"), SAID);

        assertThat(reported.text()).contains("ORDER_NOT_FILLED: the price is beyond the limit");
        assertThat(reported.cumQty()).contains(Quantity.NONE);
        assertThat(FalconXMapping.reported(quote("executed.json"), SAID).cumQty())
                .contains(Quantity.of("0.5"));
    }

    @Test
    void onlyAnIdOfOurShapeIsOurs() {
        assertThat(FalconXMapping.ours("ABCDEFGHIJKLMNOPQRSTUVWX")).isPresent();
        assertThat(FalconXMapping.ours("somebody-elses")).isEmpty();
        assertThat(FalconXMapping.ours(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10,,, ",
        ",600,,",
        ",,36000,",
        "9.9,,,10 calls",
        ",599,,10 calls",
        ",,35999,10 calls"
    })
    @Proves("A13")
    void aRateThatIsTighterThanOursIsSaid(
            String second, String minute, String hour, String complaint) {
        var told = FalconXLimit.complaint(new FalconXMessages.Quotes(hour, minute, second), 10);

        assertThat(told.isPresent()).isEqualTo(complaint != null);
    }
}
