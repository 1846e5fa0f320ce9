package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.RateDay;
import dev.primegate.broker.RateDays;
import dev.primegate.broker.RateLimit;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.Margins;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Closes;
import dev.primegate.risk.Reference;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
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
    @Inject RateDays rates;
    @Inject Closes closes;
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
        given().get("/v1/reports/margin?date=" + today().minusDays(2))
                .then()
                .statusCode(404)
                .body("code", equalTo("report-not-kept"));
    }

    @Test
    void marginOfADayThatEndedIsWhatWasSaidOnIt() {
        callers.actFor("evenings");
        callers.keepBooksAs("jane");
        Instant evening = today().atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(60);
        for (Instant at : List.of(evening, evening.minus(Duration.ofHours(1)))) {
            margins.record(
                    new BrokerId("paper"),
                    new MarginState(
                            MarginState.Model.ISOLATED,
                            MarginState.Level.CLEAR,
                            Set.of(),
                            Optional.of(usd("100")),
                            Optional.of(usd(at.equals(evening) ? "100" : "900")),
                            at,
                            "GET /margin"));
        }
        given().contentType("application/json")
                .body(
                        """
                        {"version":0,"brokers":[{"broker":"paper","number":"E","secret":"primegate/paper"}]}\
                        """)
                .put("/v1/accounts/main")
                .then()
                .statusCode(200);

        report("margin", today().minusDays(1))
                .body("brokers.model", hasItem("ISOLATED"))
                .body("brokers.find { it.model == 'ISOLATED' }.usagePercent", equalTo("50"));
    }

    @Test
    @Proves("A12")
    void callsOfADayAreThoseThatWereCounted() {
        callers.actFor("callers");
        LocalDate day = today().minusDays(3);
        RateLimit limit = new RateLimit("paper tier", 10, 20);
        RateDay counted =
                RateDay.begin(new BrokerId("paper"), day, limit)
                        .with(
                                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                                Collections.nCopies(60, 3),
                                limit);
        assertThat(rates.replace(Optional.empty(), counted)).isTrue();

        report("rates", day)
                .body("brokers[0].broker", equalTo("paper"))
                .body("brokers[0].calls", equalTo(180))
                .body("brokers[0].meanPerSecond", equalTo("3"))
                .body("brokers[0].peakUsedPercent", equalTo("30"))
                .body("brokers[0].minutes", equalTo(1));
        assertThat(csv("rates", day)).contains("paper,paper tier,10,180,3,3,180,30,1,");
        given().get("/v1/reports/rates?date=" + day.minusDays(1))
                .then()
                .statusCode(404)
                .body("code", equalTo("report-not-kept"));
    }

    @Test
    @Proves("G3")
    void profitOfADayThatEndedIsAtThePricesItEndedWith() {
        callers.actFor("closers");
        LocalDate day = today().minusDays(1);
        Instant end = today().atStartOfDay(ZoneOffset.UTC).toInstant();
        trading.submit("close");
        fill("close", "close-1", "0.002", end.minusSeconds(1));
        closes.keep(
                day,
                Map.of(
                        new Symbol("BTC-USD"),
                        new Reference(Price.of("59000"), end, new BrokerId("paper"))));

        report("pnl", day)
                .body("positions[0].mark", equalTo("59000"))
                .body("positions[0].markedAt", equalTo(end.toString()))
                .body("positions[0].value", equalTo("118"))
                .body("positions[0].cash", equalTo("-120"))
                .body("positions[0].totalPnl", equalTo("-2"));
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
