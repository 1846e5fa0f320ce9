package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.broker.Quote;
import dev.primegate.broker.QuoteOutcome;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.Quotes;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.OrderSize;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class QuoteTest {
    @Inject PaperQuotes paper;
    @Inject PaperBroker broker;
    @Inject Quotes quotes;
    @Inject References references;
    @Inject Clock clock;

    @Test
    void aQuoteIsPassedOnWithBothPricesAndItsEnd() {
        Quote quote = quote("both", Optional.empty(), "2990.5", "3010.25");
        paper.next(new QuoteOutcome.Quoted(quote));

        ask("both", "")
                .statusCode(201)
                .body("quoteId", equalTo("paper:both"))
                .body("quoteReqId", equalTo("both"))
                .body("symbol", equalTo("ETH-USD"))
                .body("side", nullValue())
                .body("orderQty", equalTo("0.5"))
                .body("bidPx", equalTo("2990.5"))
                .body("offerPx", equalTo("3010.25"))
                .body("broker", equalTo("paper"))
                .body("validUntilTime", equalTo(quote.validUntil().toString()));

        assertThat(paper.asked()).contains(quote.request());
        assertThat(quotes.find(quote.id())).contains(quote);
    }

    @Test
    @Proves({"X5", "X6"})
    void anOrderTakesItsQuoteOnceAndNoOtherOrderTakesItAgain() {
        quotes.keep(quote("once", Optional.of(Side.BUY), "", "3010.12345678"));
        Body first = order("takes", "once", "3010.12345678");

        post(first)
                .statusCode(201)
                .body("ordType", equalTo("PREVIOUSLY_QUOTED"))
                .body("quoteId", equalTo("paper:once"))
                .body("price", equalTo("3010.12345678"))
                .body("broker", equalTo("paper"));
        post(first).statusCode(200);
        post(order("takes-too", "once", "3010.12345678"))
                .statusCode(422)
                .body("code", equalTo("quote-taken"));

        assertThat(broker.sentOf(Body.orderId("takes"))).isEqualTo(1);
        assertThat(broker.sentOf(Body.orderId("takes-too"))).isZero();
        given().get("/v1/orders/" + Body.orderId("takes") + "/history")
                .then()
                .body("entries[0].facts.routeReason", equalTo("its quote is taken"))
                .body("entries[0].facts.quoteId", equalTo("paper:once"));
    }

    @Test
    void anOrderMustBeForWhatWasQuoted() {
        quotes.keep(quote("exact", Optional.of(Side.BUY), "", "3010"));

        refused(order("m1", "exact", "3010").with("orderQty", "0.6"), "quote-mismatch");
        refused(order("m2", "exact", "3009"), "quote-mismatch");
        refused(order("m3", "exact", "3010").with("side", "SELL"), "quote-mismatch");
        refused(order("m4", "exact", "3010").with("symbol", "BTC-USD"), "quote-mismatch");
        refused(order("m5", "nowhere", "3010"), "quote-unknown");
        quotes.keep(foreign("exact-too"));
        refused(order("m6", "exact-too", "3010"), "quote-unknown");
    }

    @Test
    void whatHasEndedIsNotTakenButARepeatIsStillARepeat() {
        quotes.keep(quote("old", Optional.of(Side.BUY), "", "3010"));
        post(order("in-time", "old", "3010")).statusCode(201);
        Quote quote = quote("old", Optional.of(Side.BUY), "", "3010");
        quotes.keep(
                new Quote(
                        quote.id(),
                        quote.request(),
                        quote.bidPx(),
                        quote.offerPx(),
                        quote.at().minusSeconds(60),
                        clock.instant().minusMillis(1)));

        refused(order("late", "old", "3010"), "quote-expired");
        post(order("in-time", "old", "3010")).statusCode(200);
    }

    @Test
    @Proves("H3")
    void aQuoteTenPercentOffTheReferenceIsNeitherPassedOnNorTaken() {
        references.publish(
                new Symbol("SOL-USD"),
                new Reference(Price.of("200"), clock.instant(), new BrokerId("elsewhere")));
        paper.next(new QuoteOutcome.Quoted(sol("far", "180")));
        paper.next(new QuoteOutcome.Quoted(sol("near", "180.0000000001")));

        ask("far", "\"symbol\":\"SOL-USD\",")
                .statusCode(422)
                .body("code", equalTo("quote-outlier"))
                .body("limit", equalTo("200"))
                .body("actual", equalTo("180"));
        assertThat(quotes.find(QuoteId.of("paper:far"))).isEmpty();
        ask("near", "\"symbol\":\"SOL-USD\",").statusCode(201);
        quotes.keep(sol("far", "180"));
        refused(
                order("far", "far", "180").with("symbol", "SOL-USD").with("side", "SELL"),
                "quote-outlier");
    }

    @Test
    void whatTheBrokerAnswersInsteadOfAQuoteIsSaid() {
        paper.next(new QuoteOutcome.Refused("INSUFFICIENT_LIQUIDITY"));
        paper.next(new QuoteOutcome.Failed("answered 500"));
        paper.next(new QuoteOutcome.Unsupported("cashOrderQty"));

        ask("r1", "")
                .statusCode(422)
                .body("code", equalTo("quote-refused"))
                .body("detail", equalTo("INSUFFICIENT_LIQUIDITY"));
        ask("r2", "")
                .statusCode(503)
                .body("code", equalTo("quote-failed"))
                .body("retryable", equalTo(true));
        ask("r3", "").statusCode(422).body("code", equalTo("unsupported"));
    }

    @Test
    @Proves("A5")
    void aBrokerThatGivesNoQuotesIsNotAsked() {
        int before = paper.asked().size();

        ask("none", "\"broker\":\"clear-street\",")
                .statusCode(422)
                .body("code", equalTo("unsupported"))
                .body("detail", equalTo("clear-street gives no quotes"));

        assertThat(paper.asked()).hasSize(before);
    }

    @Test
    void everythingWrongWithARequestIsNamed() {
        given().contentType("application/json")
                .body(
                        """
                        {"account":"main","quoteReqId":"a b","symbol":"NO-NO","side":"BOTH",
                         "broker":"X","price":"1"}
                        """)
                .post("/v1/quotes")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-quote-request"))
                .body(
                        "violations.field",
                        equalTo(
                                List.of(
                                        "price",
                                        "quoteReqId",
                                        "symbol",
                                        "side",
                                        "orderQty",
                                        "broker")));
        ask("foreign", "\"account\":\"other\",").statusCode(403);
        post(order("bad", "x", "1").with("quoteId", "no id"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("quoteId")));
        post(order("bad", "x", "1").without("quoteId"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("quoteId")));
        post(Body.limit("bad").with("quoteId", "paper:x"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("quoteId")));
    }

    private static void refused(Body order, String code) {
        post(order).statusCode(422).body("code", equalTo(code));
    }

    private static ValidatableResponse ask(String id, String more) {
        String fields =
                more
                        + (more.contains("symbol") ? "" : "\"symbol\":\"ETH-USD\",")
                        + (more.contains("account") ? "" : "\"account\":\"main\",");
        return given().contentType("application/json")
                .body("{%s\"quoteReqId\":\"%s\",\"orderQty\":\"0.5\"}".formatted(fields, id))
                .post("/v1/quotes")
                .then();
    }

    private static ValidatableResponse post(Body order) {
        return given().contentType("application/json")
                .body(order.build())
                .post("/v1/orders")
                .then();
    }

    private static Body order(String clOrdId, String quote, String price) {
        return Body.limit(clOrdId)
                .with("symbol", "ETH-USD")
                .with("ordType", "PREVIOUSLY_QUOTED")
                .with("quoteId", "paper:" + quote)
                .with("timeInForce", "FOK")
                .with("orderQty", "0.5")
                .with("price", price);
    }

    private Quote quote(String id, Optional<Side> side, String bid, String offer) {
        return quote(id, "main", "ETH-USD", side, bid, offer);
    }

    private Quote foreign(String id) {
        return quote(id, "other", "ETH-USD", Optional.of(Side.BUY), "", "3010");
    }

    private Quote sol(String id, String bid) {
        return quote(id, "main", "SOL-USD", Optional.of(Side.SELL), bid, "");
    }

    private Quote quote(
            String id,
            String account,
            String symbol,
            Optional<Side> side,
            String bid,
            String offer) {
        QuoteRequest request =
                new QuoteRequest(
                        new Tenant("fund"),
                        new Account(account),
                        new ClOrdId(id),
                        new Symbol(symbol),
                        side,
                        new OrderSize.Units(Quantity.of("0.5")));
        return new Quote(
                QuoteId.of("paper:" + id),
                request,
                price(bid),
                price(offer),
                clock.instant(),
                clock.instant().plus(Duration.ofSeconds(30)));
    }

    private static Optional<Price> price(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Price.of(text));
    }
}
