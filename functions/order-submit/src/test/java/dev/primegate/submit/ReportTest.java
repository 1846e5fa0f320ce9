package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.Margins;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reports over HTTP. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class ReportTest {
    @Inject TestCallers callers;
    @Inject OrderBook book;
    @Inject Trading trading;
    @Inject OrderQuery query;
    @Inject Margins margins;
    @Inject Clock clock;

    @AfterEach
    void asBefore() {
        callers.actFor("fund");
        callers.callAs("tester", true);
        callers.keepNoBooks();
    }

    @Test
    @Proves("G2")
    void theBlotterOfADayIsTheEventLogOfThatDay() {
        callers.actFor("blotters");
        Instant midnight = today().atStartOfDay(ZoneOffset.UTC).toInstant();
        trading.submit("one");
        fill("one", "100000000000000000001", "0.001", midnight);
        fill("one", "=before-1", "0.002", midnight.minusNanos(1));
        fill("one", "blotter-2", "0.003", midnight.plusMillis(1));
        trading.submit("two");
        fill("two", "blotter-3", "0.0041", midnight.plusMillis(2));
        trading.bust("two", "blotter-3", clock.instant());

        for (LocalDate day : List.of(today(), today().minusDays(1))) {
            Set<String> log = log(day, "one", "two");
            assertThat(log).hasSize(day.equals(today()) ? 3 : 1);
            List<Map<String, Object>> json = report("blotter", day).extract().path("executions");
            assertThat(json.stream().map(ReportTest::words))
                    .containsExactlyInAnyOrderElementsOf(log);
            assertThat(csv("blotter", day).lines().skip(1).map(ReportTest::csvWords))
                    .containsExactlyInAnyOrderElementsOf(log);
        }
    }

    @Test
    void csvIsAFileWithIdsAsText() {
        callers.actFor("sheets");
        trading.submit("sheet");
        fill("sheet", "12345678901234567890", "0.001", clock.instant());

        given().accept("text/csv")
                .get("/v1/reports/blotter?date=" + today())
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("blotter-" + today() + ".csv"))
                .body(containsString("\"=\"\"12345678901234567890\"\"\""));
        given().accept("text/csv")
                .get("/v1/reports/pnl?date=" + today())
                .then()
                .statusCode(200)
                .body(containsString("main,paper,BTC-USD,USD,0.001,60000,60"));
        given().accept("application/xml")
                .get("/v1/reports/blotter?date=" + today())
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
    }

    @Test
    @Proves("G3")
    void profitTiesToPositionAndCash() {
        callers.actFor("earners");
        trading.submit("earn");
        fill("earn", "earn-1", "0.0033333333", clock.instant());

        Map<String, String> line =
                report("pnl", today())
                        .body("positions[0].quantity", equalTo("0.0033333333"))
                        .body("positions[0].cash", equalTo("-199.999998"))
                        .body("positions[0].realisedPnl", equalTo("0"))
                        .extract()
                        .path("positions[0]");
        if (line.containsKey("mark")) {
            assertThat(new BigDecimal(line.get("totalPnl")))
                    .isEqualByComparingTo(
                            new BigDecimal(line.get("value"))
                                    .add(new BigDecimal(line.get("cash"))));
        }
        report("pnl", today().minusDays(1)).body("positions", empty());
    }

    @Test
    void marginIsWhatEachBrokerSaidLastAndOfNoOtherDay() {
        callers.actFor("margins");
        callers.keepBooksAs("jane");
        margins.record(
                new BrokerId("paper"),
                new MarginState(
                        MarginState.Model.CROSS,
                        MarginState.Level.CLEAR,
                        Set.of(),
                        Optional.of(usd("100")),
                        Optional.of(usd("300")),
                        clock.instant(),
                        "GET /margin"));
        given().contentType("application/json")
                .body(
                        """
                        {"version":0,"brokers":[{"broker":"paper","number":"M","secret":"primegate/paper"}]}\
                        """)
                .put("/v1/accounts/main")
                .then()
                .statusCode(200);

        report("margin", today())
                .body("brokers[0].broker", equalTo("paper"))
                .body("brokers[0].model", equalTo("CROSS"))
                .body("brokers[0].equity.amount", equalTo("400"))
                .body("brokers[0].usagePercent", equalTo("25"));
        given().get("/v1/reports/margin?date=" + today().minusDays(1))
                .then()
                .statusCode(404)
                .body("code", equalTo("report-not-kept"));
    }

    @Test
    void aDayWithoutBreaksHasNoCauses() {
        callers.actFor("nobody-broke");
        report("recon", today()).body("causes", empty()).body("table", nullValue());
    }

    @Test
    void aDayThatCannotBeReadOrHasNotBegunIsRefused() {
        String tomorrow = today().plusDays(1).toString();
        for (String date : List.of("", "?date=monday", "?date=" + tomorrow, "?date=1969-12-31")) {
            given().get("/v1/reports/blotter" + date)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-parameter"))
                    .body("detail", containsString("date: expected a day from 1970-01-01"));
        }
        given().get("/v1/reports/pnl?account=other&date=" + today()).then().statusCode(403);
        given().get("/v1/reports/weather?date=" + today()).then().statusCode(404);
    }

    /**
     * What the orders' own histories say was traded on {@code day}, and whether it still stands.
     */
    private Set<String> log(LocalDate day, String... orders) {
        List<HistoryEntry> entries =
                Stream.of(orders).flatMap(one -> query.history(trading.id(one)).stream()).toList();
        Set<String> busted =
                entries.stream()
                        .filter(entry -> entry.event().equals("EXECUTION_BUSTED"))
                        .map(entry -> fact(entry, "execId"))
                        .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> entry.event().equals("EXECUTED"))
                .filter(entry -> fact(entry, "at").startsWith(day.toString()))
                .map(entry ->
                        String.join(
                                " ",
                                fact(entry, "execId"),
                                entry.orderId().text(),
                                fact(entry, "lastQty"),
                                fact(entry, "lastPx"),
                                fact(entry, "at"),
                                Boolean.toString(busted.contains(fact(entry, "execId")))))
                .collect(Collectors.toSet());
    }

    private static String fact(HistoryEntry entry, String name) {
        return Objects.requireNonNull(entry.facts().get(name));
    }

    private static String words(Map<String, Object> row) {
        return Stream.of("execId", "orderId", "lastQty", "lastPx", "transactTime", "busted")
                .map(name -> String.valueOf(row.get(name)))
                .collect(Collectors.joining(" "));
    }

    private static String csvWords(String line) {
        String[] cells = line.replace("\"=\"\"", "").replace("\"\"\"", "").split(",", -1);
        return String.join(" ", cells[1], cells[4], cells[8], cells[9], cells[0], cells[15]);
    }

    private io.restassured.response.ValidatableResponse report(String name, LocalDate day) {
        return given().get("/v1/reports/%s?date=%s".formatted(name, day)).then().statusCode(200);
    }

    private static String csv(String name, LocalDate day) {
        return given().accept("text/csv")
                .get("/v1/reports/%s?date=%s".formatted(name, day))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void fill(String clOrdId, String execId, String quantity, Instant at) {
        trading.fill(clOrdId, execId, quantity, "60000", at);
    }

    private static Money usd(String amount) {
        return new Money(Decimal10.of(amount), new Asset("USD"));
    }
}
