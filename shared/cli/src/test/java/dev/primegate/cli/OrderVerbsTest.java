package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders, as they are typed, over HTTP. */
class OrderVerbsTest {
    private static final String POST = "POST /v1/orders";
    private static final String ORDER =
            """
            {"orderId":"ABC","clOrdId":"one","symbol":"BTC-USD","side":"BUY","orderQty":"0.5",\
            "price":"60000","ordStatus":"%s","cumQty":"%s","broker":"coinbase-prime"}\
            """;

    private final FakeApi api = new FakeApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void whatIsTypedIsSentAndNothingElse() {
        api.on(POST, 201, ORDER.formatted("NEW", "0"));

        Typed typed = submit("--id", "one", "--qty", "0.50", "--price", "60000");

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("ABC", "NEW", "coinbase-prime");
        assertThat(api.last().json())
                .isEqualTo(
                        Json.read(
                                """
                                {"account":"main","clOrdId":"one","symbol":"BTC-USD","side":"BUY",
                                 "ordType":"LIMIT","timeInForce":"GTC","desk":"d","trader":"t",
                                 "orderQty":"0.50","price":"60000"}
                                """));
    }

    @ParameterizedTest
    @CsvSource({
        "201, NEW, 0",
        "200, FILLED, 0",
        "202, UNKNOWN, 3",
        "202, PENDING_CANCEL, 0",
    })
    void theStatusSaysWhetherSomebodyMustLook(int http, String status, int expected) {
        api.on(POST, http, ORDER.formatted(status, "0"));

        assertThat(submit("--qty", "1").status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"400, 2", "401, 2", "403, 2", "404, 3", "422, 3", "423, 4", "500, 1", "503, 1"})
    void aProblemIsSaidInWordsAndByTheStatus(int http, int expected) {
        api.on(
                POST,
                http,
                """
                {"code":"max-order-notional","title":"Refused","detail":"too large",
                 "limit":"1000","actual":"2000","retryable":true,
                 "violations":[{"field":"price","expected":"a decimal","found":"x"}]}
                """);

        Typed typed = submit("--qty", "1");

        assertThat(typed.status()).isEqualTo(expected);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .contains("max-order-notional", "limit 1000, actual 2000", "price: expected a")
                .contains("nothing was sent");
    }

    @Test
    void aDryRunSendsNothing() {
        Typed typed = submit("--qty", "1", "--dry-run");

        assertThat(typed.status()).isZero();
        assertThat(Json.read(typed.out()).path("body").path("orderQty").asText()).isEqualTo("1");
        assertThat(api.lines()).isEmpty();
    }

    @Test
    void anOrderWithoutAnIdGetsOneThatIsSaidBeforeItIsSent() {
        api.on(POST, 201, ORDER.formatted("NEW", "0"));

        Typed typed = submit("--qty", "1");

        String id = api.last().json().path("clOrdId").asText();
        assertThat(id).startsWith("cli-");
        assertThat(typed.err()).contains("--id " + id);
    }

    @Test
    void jsonIsWhatTheApiSaid() {
        api.on(POST, 422, "{\"code\":\"symbol-long\"}");

        Typed typed = submit("--qty", "1", "--json");

        assertThat(Json.read(typed.out())).isEqualTo(Json.read("{\"code\":\"symbol-long\"}"));
    }

    @Test
    void aTokenOfTheEnvironmentIsShownToTheApi() {
        api.on("GET /v1/orders/ABC", 200, ORDER.formatted("NEW", "0"));

        Typed typed =
                Typed.in(
                        Map.of("PRIMEGATE_TOKEN", "secret-token"),
                        api,
                        "order",
                        "get",
                        "ABC",
                        "--as",
                        "bob");

        assertThat(api.last().token()).isEqualTo("Bearer secret-token");
        assertThat(api.last().person()).isEqualTo("bob");
        assertThat(typed.out() + typed.err()).doesNotContain("secret-token");
    }

    @Test
    void watchingShowsEachChangeAndEndsWithTheOrder() {
        String line = "GET /v1/orders/ABC";
        api.on(line, 200, ORDER.formatted("NEW", "0"))
                .on(line, 200, ORDER.formatted("NEW", "0"))
                .on(line, 200, ORDER.formatted("PARTIALLY_FILLED", "0.2"))
                .on(line, 200, ORDER.formatted("FILLED", "0.5"));

        Typed typed = Typed.at(api, "order", "watch", "ABC", "--every", "1");

        assertThat(typed.status()).isZero();
        assertThat(typed.out().lines()).hasSize(3);
        assertThat(api.lines()).hasSize(4);
    }

    @Test
    void anOrderThatEndsWithoutAFillIsAFinding() {
        api.on("GET /v1/orders/ABC", 200, ORDER.formatted("REJECTED", "0"));

        assertThat(Typed.at(api, "order", "watch", "ABC").status()).isEqualTo(3);
    }

    @Test
    void anIdIsOnePartOfThePath() {
        Typed typed = Typed.at(api, "order", "cancel", "../halts/all");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(api.last().line()).isEqualTo("DELETE /v1/orders/..%2Fhalts%2Fall");
    }

    @Test
    void whatIsMissingIsAskedForAndNothingIsSent() {
        Typed typed = Typed.at(api, "order", "submit", "--account", "main");

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("--side", "--tif");
        assertThat(api.lines()).isEmpty();
    }

    @Test
    void nobodyThereIsAnError() {
        Typed typed = Typed.run(Map.of(), List.of("halts", "--url", "http://127.0.0.1:1"));

        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).contains("127.0.0.1:1");
    }

    private Typed submit(String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "order",
                                "submit",
                                "--account",
                                "main",
                                "--symbol",
                                "BTC-USD",
                                "--side",
                                "BUY",
                                "--tif",
                                "GTC",
                                "--desk",
                                "d",
                                "--trader",
                                "t"));
        words.addAll(List.of(more));
        return Typed.at(api, words.toArray(String[]::new));
    }
}
