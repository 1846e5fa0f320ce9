package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.broker.Preview;
import dev.primegate.broker.PreviewOutcome;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class PreviewTest {
    private static final Instrument BTC = SymbolMaster.standard().get(Requests.BTC);

    @Inject PaperPreviews paper;
    @Inject PaperBroker broker;
    @Inject PreviewOrder previews;

    @Test
    @Proves("F7")
    void whatAnOrderWouldCostIsToldAndNothingIsSent() {
        paper.next(new PreviewOutcome.Previewed(slipping("60060")));

        ask("told")
                .statusCode(200)
                .body("broker", equalTo("paper"))
                .body("bidPx", equalTo("59990"))
                .body("offerPx", equalTo("60000"))
                .body("avgPx", equalTo("60060"))
                .body("slippageBps", equalTo(10))
                .body("commission", nullValue())
                .body("total", equalTo("600.6"))
                .body("currency", equalTo("USD"));

        assertThat(broker.sentOf(Body.orderId("told"))).isZero();
        given().get("/v1/orders/" + Body.orderId("told")).then().statusCode(404);
    }

    @Test
    void whateverElseTheBrokerSaysIsAProblem() {
        paper.next(new PreviewOutcome.Refused("too small"));
        ask("refused").statusCode(422).body("code", equalTo("preview-refused"));
        paper.next(new PreviewOutcome.Unsupported("not so"));
        ask("unsupported").statusCode(422).body("code", equalTo("unsupported"));
        paper.next(new PreviewOutcome.Failed("silence"));
        ask("failed")
                .statusCode(503)
                .body("code", equalTo("preview-failed"))
                .body("retryable", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({"60300, true", "60300.01, false", "59000, true"})
    @Proves({"F7", "F8"})
    void aMarketOrderMayNotBeExpectedToSlipByMoreThanItMay(String average, boolean fine) {
        paper.next(new PreviewOutcome.Previewed(slipping(average)));

        Optional<Denial> denial = foresight(true).denial(market(50), BTC);

        assertThat(denial.isEmpty()).isEqualTo(fine);
        denial.ifPresent(why -> assertThat(why.code()).isEqualTo("slippage-expected"));
    }

    @Test
    @Proves("F7")
    void aBrokerThatDoesNotSayIsNoReasonToSend() {
        paper.next(new PreviewOutcome.Failed("silence"));

        assertThat(foresight(true).denial(market(50), BTC).map(Denial::code))
                .contains("slippage-unknown");
    }

    @Test
    void onlyMarketOrdersAreLookedAtAndOnlyIfItIsOn() {
        paper.next(new PreviewOutcome.Failed("silence"));

        assertThat(foresight(false).denial(market(50), BTC)).isEmpty();
        assertThat(foresight(true).denial(Requests.limit("l", Side.BUY, "1", "60000"), BTC))
                .isEmpty();
    }

    private PreviewForesight foresight(boolean on) {
        return new PreviewForesight(previews, new SubmitSettings(on));
    }

    private static NewOrder market(int bps) {
        return Requests.with(
                Requests.limit("m", Side.BUY, "1", "60000"),
                new OrderTerms.Market(bps, Optional.empty()));
    }

    private static Preview slipping(String average) {
        return new Preview(
                Price.of("59990"),
                Price.of("60000"),
                Price.of(average),
                Optional.empty(),
                new Money(Decimal10.of("600.6"), new Asset("USD")));
    }

    private static ValidatableResponse ask(String clOrdId) {
        return given().contentType("application/json")
                .body(Body.limit(clOrdId).build())
                .post("/v1/order-previews")
                .then();
    }
}
