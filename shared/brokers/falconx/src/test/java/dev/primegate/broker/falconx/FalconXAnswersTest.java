package dev.primegate.broker.falconx;

import static dev.primegate.broker.falconx.Payloads.SAID;
import static dev.primegate.broker.falconx.Payloads.answer;
import static dev.primegate.broker.falconx.Payloads.text;
import static dev.primegate.broker.falconx.Payloads.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.QuoteOutcome;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.kit.Answer;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer proves; doubt is what is left. */
class FalconXAnswersTest {
    private static final String QUOTE = "5f0c3a7d9b1e4c6f8a2d4b6c8e0f1a2b";
    private static final NewOrder ORDER = Requests.limit("one", Side.BUY, "0.5", "60012.5");
    private static final NewOrder TAKING = Requests.quoted(ORDER, QuoteId.of("falconx:" + QUOTE));
    private static final String OTHERS = "ABCDEFGHIJKLMNOPQRSTUVWX";

    private final FalconXAnswers answers =
            new FalconXAnswers(new FalconXMapping(SymbolMaster.standard()));

    @Test
    @Proves("A4")
    void aTradeIsInTheAnswerItself() {
        SendOutcome.Ended ended =
                (SendOutcome.Ended) answers.toOrder(answer(200, text("executed.json")), TAKING);

        assertThat(ended.news()).hasSize(2);
        assertThat(ended.news().getFirst())
                .isInstanceOfSatisfying(
                        OrderEvent.Reported.class,
                        reported -> {
                            assertThat(reported.status()).isEqualTo(OrderStatus.FILLED);
                            assertThat(reported.brokerOrderId()).contains(new BrokerOrderId(QUOTE));
                        });
        assertThat(ended.news().getLast()).isInstanceOf(OrderEvent.Executed.class);
    }

    @Test
    void notFilledAndWhyIsARefusalThatKeepsItsId() {
        String killed = with("order-killed.json", OTHERS, ORDER.id().text());

        SendOutcome.Ended ended = (SendOutcome.Ended) answers.toOrder(answer(200, killed), ORDER);

        assertThat(((OrderEvent.Reported) ended.news().getFirst()).status())
                .isEqualTo(OrderStatus.REJECTED);
        assertThat(ended.news()).hasSize(1);
    }

    @Test
    void notFilledWithoutAReasonIsReceivedAndLookedUpLater() {
        assertThat(answers.toOrder(answer(200, text("quote.json")), TAKING))
                .isEqualTo(new SendOutcome.Received(new BrokerOrderId(QUOTE)));
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404"})
    void itsOwnErrorsAreRefusals(int status) {
        assertThat(answers.toOrder(answer(status, text("refused.json")), ORDER))
                .isEqualTo(
                        new SendOutcome.Refused("INVALID_REQUEST: quantity is below the minimum"));
        assertThat(answers.toOrder(answer(status, "{\"message\":\"no such key\"}"), ORDER))
                .isEqualTo(new SendOutcome.Refused("no such key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the request timed out",
                "Timeout at the venue",
                "deadline exceeded",
                "duplicate client_order_id",
                "quote was already executed",
            })
    @Proves("X17")
    void aRefusalThatMayHideATradeIsDoubt(String words) {
        String refused = with("refused.json", "quantity is below the minimum", words);
        String killed =
                with("order-killed.json", OTHERS, ORDER.id().text())
                        .replace("the price is beyond the limit", words);

        assertThat(answers.toOrder(answer(400, refused), ORDER))
                .isInstanceOf(SendOutcome.Unknown.class);
        assertThat(answers.toOrder(answer(200, killed), ORDER))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>wait</html>",
                "200 | {}",
                "200 | null",
                "200 | {\"status\":\"success\"",
                "200 | {\"status\":\"success\",\"is_filled\":false}",
                "400 | <html>bad gateway</html>",
                "400 | {}",
                "400 | {\"error\":{\"reason\":\"no code\"}}",
                "409 | {\"message\":\"conflict\"}",
                "302 | moved",
                "500 | {\"message\":\"internal\"}",
                "502 | ",
                "503 | {\"message\":\"later\"}",
            })
    @Proves({"X1", "X14"})
    void everythingElseIsDoubt(int status, String body) {
        assertThat(answers.toOrder(answer(status, body == null ? "" : body), ORDER))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void anAnswerAboutAnotherOrderProvesNothing() {
        assertThat(answers.toOrder(answer(200, text("order-killed.json")), ORDER))
                .isInstanceOf(SendOutcome.Unknown.class);
        assertThat(answers.toOrder(answer(200, text("executed.json")), otherQuote()))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void aTradeThatCannotBeReadIsDoubt() {
        String odd = with("executed.json", "\"token\": \"BTC\"", "\"token\": \"USD\"");

        assertThat(answers.toOrder(answer(200, odd), TAKING))
                .isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    @Proves("X16")
    void tooManyIsNotTaken() {
        Answer.Whole busy =
                new Answer.Whole(429, "", Optional.of(SAID), Optional.of(Duration.ofSeconds(3)));

        assertThat(answers.toOrder(busy, ORDER))
                .isEqualTo(new SendOutcome.Throttled(Optional.of(Duration.ofSeconds(3))));
    }

    @Test
    void aQuoteIsValidAsLongAsItSaysFromWhenWeAsked() {
        Instant asked = Instant.parse("2026-11-02T09:59:58Z");

        var quoted =
                (QuoteOutcome.Quoted)
                        FalconXQuotes.answered(
                                answer(200, text("quote.json")), request(Optional.empty()), asked);

        assertThat(quoted.quote().id()).isEqualTo(QuoteId.of("falconx:" + QUOTE));
        assertThat(quoted.quote().bidPx()).contains(Price.of("59987.25"));
        assertThat(quoted.quote().offerPx()).contains(Price.of("60012.5"));
        assertThat(quoted.quote().at()).isEqualTo(asked);
        assertThat(quoted.quote().validUntil()).isEqualTo(asked.plusSeconds(7));
    }

    @Test
    void aSideThatWasNotAskedForHasNoPriceAndOneThatWasMustHave() {
        String noSale = with("quote.json", "\"sell_price\": 59987.25", "\"sell_price\": null");

        assertThat(ask(200, noSale, Optional.of(Side.BUY)))
                .isInstanceOfSatisfying(
                        QuoteOutcome.Quoted.class,
                        quoted -> assertThat(quoted.quote().bidPx()).isEmpty());
        assertThat(ask(200, noSale, Optional.of(Side.SELL)))
                .isInstanceOf(QuoteOutcome.Failed.class);
        assertThat(ask(200, noSale, Optional.empty())).isInstanceOf(QuoteOutcome.Failed.class);
    }

    @Test
    void anAnswerThatIsNoQuoteSaysWhy() {
        assertThat(ask(200, text("order-killed.json"), Optional.empty()))
                .isInstanceOf(QuoteOutcome.Refused.class);
        assertThat(ask(400, text("refused.json"), Optional.empty()))
                .isInstanceOf(QuoteOutcome.Refused.class);
        assertThat(ask(500, text("refused.json"), Optional.empty()))
                .isInstanceOf(QuoteOutcome.Failed.class);
        assertThat(ask(200, "<html>", Optional.empty())).isInstanceOf(QuoteOutcome.Failed.class);
        assertThat(
                        ask(
                                200,
                                with(
                                        "quote.json",
                                        "2026-11-02T10:00:07.250000",
                                        "2026-11-02T10:00:00.250000"),
                                Optional.empty()))
                .isInstanceOf(QuoteOutcome.Failed.class);
    }

    private static QuoteOutcome ask(int status, String body, Optional<Side> side) {
        return FalconXQuotes.answered(answer(status, body), request(side), SAID);
    }

    private static QuoteRequest request(Optional<Side> side) {
        return new QuoteRequest(
                Requests.FUND,
                Requests.MAIN,
                ORDER.clOrdId(),
                Requests.BTC,
                side,
                new OrderSize.Units(Quantity.of("0.5")));
    }

    private static NewOrder otherQuote() {
        return Requests.quoted(ORDER, QuoteId.of("falconx:another"));
    }
}
