package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.book.OrderBook;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import dev.primegate.ledger.BalanceLog;
import dev.primegate.ledger.Balances;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The books over HTTP. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class LedgerTest {
    private static final BrokerId PAPER = new BrokerId("paper");

    @Inject TestCallers callers;
    @Inject OrderBook book;
    @Inject Trading trading;
    @Inject BalanceLog balances;
    @Inject Clock clock;

    @AfterEach
    void asBefore() {
        callers.actFor("fund");
        callers.callAs("tester", true);
        callers.keepNoBooks();
    }

    @Test
    void aTradeIsAPositionWithItsCostAndAnExecutionWithItsFields() {
        callers.actFor("traders");
        trading.submit("one");
        fill("one", "fill-1", "0.004", "60000");
        fill("one", "fill-2", "0.006", "50000");

        positions()
                .body("positions", hasSize(1))
                .body("positions[0].account", equalTo("main"))
                .body("positions[0].broker", equalTo("paper"))
                .body("positions[0].symbol", equalTo("BTC-USD"))
                .body("positions[0].quantity", equalTo("0.01"))
                .body("positions[0].cost", equalTo("540"))
                .body("positions[0].averageCost", equalTo("54000"))
                .body("positions[0].realisedPnl", equalTo("0"))
                .body("positions[0].fees[0].asset", equalTo("USD"))
                .body("positions[0].fees[0].amount", equalTo("0.2"));
        executions("")
                .body("executions.execId", contains("fill-1", "fill-2"))
                .body("executions[0].orderId", equalTo(trading.id("one").text()))
                .body("executions[0].lastQty", equalTo("0.004"))
                .body("executions[0].lastPx", equalTo("60000"))
                .body("executions[0].external", equalTo(false))
                .body("executions[0].busted", equalTo(false))
                .body("next", nullValue());
    }

    @Test
    void executionsAreChosenByTimeSymbolAndBroker() {
        callers.actFor("choosers");
        trading.submit("two");
        fill("two", "fill-3", "0.01", "60000");

        executions("&symbol=BTC-USD&broker=paper").body("executions", hasSize(1));
        executions("&symbol=ETH-USD").body("executions", empty());
        executions("&broker=other").body("executions", empty());
        executions("&until=2020-01-01T00:00:00Z").body("executions", empty());
        executions("&from=2020-01-01T00:00:00Z").body("executions", hasSize(1));
    }

    @Test
    void aPageEndsWhereTheNextBegins() {
        callers.actFor("pagers");
        trading.submit("many");
        for (int i = 0; i < 5; i++) {
            fill("many", "page-" + i, "0.001", "60000");
        }

        String second =
                executions("&limit=2")
                        .body("executions.execId", contains("page-0", "page-1"))
                        .extract()
                        .path("next");
        String third =
                executions("&limit=2&cursor=" + second)
                        .body("executions.execId", contains("page-2", "page-3"))
                        .extract()
                        .path("next");
        executions("&limit=2&cursor=" + third)
                .body("executions.execId", contains("page-4"))
                .body("next", nullValue());
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsName() {
        refused("/v1/executions", "account: expected an account, found nothing");
        refused("/v1/executions?account=main&from=monday", "from: expected an RFC 3339 time");
        refused("/v1/executions?account=main&cursor=%25", "cursor: expected the next of a page");
        refused("/v1/executions?account=main&symbol=bitcoin", "symbol: expected a symbol");
        refused("/v1/executions?account=main&limit=0", "limit: expected a number from 1 to 100");
        refused("/v1/executions?account=main&limit=many", "limit: expected a number from 1 to 100");
        given().get("/v1/positions?account=other").then().statusCode(403);
        given().get("/v1/executions?account=other").then().statusCode(403);
    }

    @Test
    void anOpeningIsBookedOnceWhenASecondPersonSaysTheSame() {
        callers.actFor("openers");
        callers.keepBooksAs("jane");
        String opening = journal("opening-1", "OPENING", "\"quantity\":\"2\",\"value\":\"100000\"");

        post(opening)
                .statusCode(202)
                .body("state", equalTo("ASKED"))
                .body("approvableUntil", notNullValue());
        post(opening).statusCode(409).body("code", equalTo("second-person-needed"));
        positions().body("positions", empty());
        callers.keepBooksAs("joe");
        post(opening).statusCode(201).body("state", equalTo("BOOKED"));
        post(opening).statusCode(200).header("Idempotent-Replayed", "true");
        post(journal("opening-1", "OPENING", "\"quantity\":\"3\",\"value\":\"100000\""))
                .statusCode(422)
                .body("code", equalTo("journal-id-reused"));

        positions()
                .body("positions[0].quantity", equalTo("2"))
                .body("positions[0].moved", equalTo("2"))
                .body("positions[0].averageCost", equalTo("50000"));
    }

    @Test
    void anEntryThatItsKindForbidsIsRefused() {
        callers.keepBooksAs("jane");

        post(journal("bad-1", "FEE", "\"quantity\":\"1\""))
                .statusCode(400)
                .body("code", equalTo("invalid-journal"))
                .body("detail", containsString("legs"));
        post(journal("bad-2", "GIFT", "\"quantity\":\"1\""))
                .statusCode(400)
                .body("detail", containsString("kind"));
        post(journal("bad-3", "TRANSFER", "\"quantity\":\"1\",\"value\":\"-1\""))
                .statusCode(400)
                .body("detail", containsString("legs[0]"));
        post(journal("bad-4", "TRANSFER", "\"quantity\":\"1\",\"colour\":\"red\""))
                .statusCode(400)
                .body("detail", containsString("colour"));
    }

    @Test
    void whoKeepsNoBooksChangesNothing() {
        post(journal("not-mine", "TRANSFER", "\"quantity\":\"1\""))
                .statusCode(403)
                .body("code", equalTo("role-missing"));
        put(account(0, "1")).statusCode(403);
        given().get("/v1/accounts/main").then().statusCode(403);
    }

    @Test
    void whereAnAccountIsKeptIsChangedByWhoKnowsTheVersionThatStands() {
        callers.actFor("keepers");
        callers.keepBooksAs("jane");
        given().get("/v1/accounts/main").then().statusCode(404);

        put(account(0, "P-1")).statusCode(200).body("version", equalTo(1));
        put(account(0, "P-2")).statusCode(409).body("code", equalTo("account-changed"));
        put(account(1, "P-2")).statusCode(200).body("version", equalTo(2));
        put("{\"version\":2,\"brokers\":[{\"broker\":\"nobody\"}]}")
                .statusCode(400)
                .body("code", equalTo("invalid-account"));

        given().get("/v1/accounts/main")
                .then()
                .statusCode(200)
                .body("brokers[0].number", equalTo("P-2"))
                .body("changedBy", equalTo("jane"));
    }

    @Test
    void balancesAreOfTheBrokersWhereTheCallersAccountsAreKept() {
        Instant asOf = Instant.parse("2026-11-02T10:00:00Z");
        balances.record(
                new Balances(
                        PAPER,
                        List.of(new Balance(usd("1000000.5"), usd("12"))),
                        asOf,
                        "GET /balances"));
        callers.actFor("balancers");
        given().get("/v1/balances").then().statusCode(200).body("brokers", empty());

        callers.keepBooksAs("jane");
        put(account(0, "P-9")).statusCode(200);
        callers.keepNoBooks();

        given().get("/v1/balances")
                .then()
                .statusCode(200)
                .body("brokers[0].broker", equalTo("paper"))
                .body("brokers[0].asOf", equalTo("2026-11-02T10:00:00Z"))
                .body("brokers[0].source", equalTo("GET /balances"))
                .body("brokers[0].assets[0].asset", equalTo("USD"))
                .body("brokers[0].assets[0].amount", equalTo("1000000.5"))
                .body("brokers[0].assets[0].holds", equalTo("12"));
    }

    private void fill(String clOrdId, String execId, String quantity, String price) {
        trading.fill(clOrdId, execId, quantity, price, clock.instant());
    }

    private static ValidatableResponse positions() {
        return given().get("/v1/positions").then().statusCode(200);
    }

    private static ValidatableResponse executions(String more) {
        return given().get("/v1/executions?account=main" + more).then().statusCode(200);
    }

    private static void refused(String path, String detail) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("detail", containsString(detail));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post("/v1/journal").then();
    }

    private static ValidatableResponse put(String body) {
        return given().contentType("application/json").body(body).put("/v1/accounts/main").then();
    }

    private static String journal(String id, String kind, String amounts) {
        return """
        {"id":"%s","kind":"%s","at":"2026-11-01T00:00:00Z","reason":"statement of October",\
        "legs":[{"account":"main","broker":"paper","symbol":"BTC-USD",%s}]}\
        """
                .formatted(id, kind, amounts);
    }

    private static String account(int version, String number) {
        return """
        {"version":%d,"brokers":[{"broker":"paper","number":"%s","secret":"primegate/paper"}]}\
        """
                .formatted(version, number);
    }

    private static Money usd(String amount) {
        return new Money(Decimal10.of(amount), new Asset("USD"));
    }
}
