package dev.primegate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated Alpaca is strict where the real one is. */
class AlpacaBrokerTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ACCOUNT =
            "/v1/trading/accounts/529248ad-c4cc-4a50-bea4-6bfd2953f83a/";

    private final ManualTime time = new ManualTime();
    private final Simulator simulator =
            Simulator.alpacaBroker(SimulatorOptions.usual().onAnyPort().timedBy(time, time));
    private final Client client = new Client(simulator.url());
    private String token = "";

    @BeforeEach
    void signOn() throws Exception {
        token = token("sim-client-secret").text("access_token");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aWrongSecretGetsNoTokenAWrongTokenNothingAndATokenHoldsForAQuarterOfAnHour()
            throws Exception {
        assertThat(token("guessed").status()).isEqualTo(401);
        assertThat(client.send("POST", "/v1/oauth2/token", "{}", Map.of()).status()).isEqualTo(400);
        time.pass(Duration.ofSeconds(898));
        assertThat(get("account").status()).isEqualTo(200);
        time.pass(Duration.ofSeconds(1));
        Client.Said said = get("account");
        assertThat(said.status()).isEqualTo(401);
        assertThat(said.body().has("code")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbol | \"NOSUCH\" | 422",
                "side | \"BUY\" | 422",
                "type | \"LIMIT\" | 422",
                "time_in_force | \"gtd\" | 422",
                "qty | 10 | 400",
                "qty | \"1.5\" | 422",
                "qty | \"-1\" | 400",
                "notional | \"100\" | 422",
                "limit_price | \"150.505\" | 422",
                "stop_price | \"150\" | 422",
                "limitPrice | \"150\" | 400",
                "colour | \"blue\" | 400",
                "limit_price | null | 422",
                "qty | null | 422",
                "side | null | 422"
            })
    void whatIsAgainstItsRulesIsRefused(String field, String value, int status) throws Exception {
        Client.Said said = post(order("c", field, value));

        assertThat(said.status()).isEqualTo(status);
        assertThat(said.body().path("code").isIntegralNumber()).isTrue();
        assertThat(said.text("message")).isNotEmpty();
    }

    @Test
    void aClientIdMakesOneOrderAndFindsIt() throws Exception {
        Client.Said taken = post(order("mine", "side", "\"buy\""));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text("client_order_id")).isEqualTo("mine");

        Client.Said again = post(order("mine", "side", "\"buy\""));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body().path("code").asLong()).isEqualTo(40_010_001);

        String lookup = "orders:by_client_order_id?client_order_id=";
        assertThat(get(lookup + "mine").text("id")).isEqualTo(taken.text("id"));
        assertThat(get(lookup + "other").status()).isEqualTo(404);
        assertThat(get("orders?status=all").body()).hasSize(1);
        assertThat(get("orders?status=closed").body()).isEmpty();
    }

    @Test
    void anotherAccountIsNotFound() throws Exception {
        assertThat(
                        client.send(
                                        "GET",
                                        "/v1/trading/accounts/other/orders",
                                        "",
                                        Map.of("Authorization", "Bearer " + token))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void elevenCallsInOneSecondAreOneTooMany() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(get("orders").status()).isEqualTo(200);
        }
        assertThat(get("orders").status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since=2026-01-01&since_id=00000000000000000000000000",
                "until=2026-01-01",
                "until_id=00000000000000000000000000",
                "since_ulid=00000000000000000000000000",
                "since_id=!",
                "since=yesterday"
            })
    void cursorsThatContradictThemselvesAreRefused(String query) throws Exception {
        assertThat(events(query).statusCode()).isIn(400, 422);
    }

    @Test
    void aTimeThatIsOverIsToldAndEnds() throws Exception {
        var _ = post(order("mine", "side", "\"buy\""));
        time.pass(Duration.ofSeconds(2));

        String all = body("since=2000-01-01&until=" + time.instant());
        assertThat(all).startsWith("data: {").contains("\"event\":\"accepted\"").endsWith("\n\n");
        assertThat(all).contains("\"event\":\"new\"");
    }

    /** The text of a stream that ends. */
    private String body(String query) throws Exception {
        HttpResponse<InputStream> answer = events(query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        try (InputStream body = answer.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<InputStream> events(String query)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(simulator.url() + "/v2/events/trades?" + query))
                        .header("Authorization", "Bearer " + token)
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private Client.Said token(String secret) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(simulator.url() + "/v1/oauth2/token"))
                        .header("Content-Type", FORM)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials"
                                                + "&client_id=SIMCLIENTID000000000&client_secret="
                                                + secret))
                        .build();
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode body = new ObjectMapper().readTree(answer.body());
        return new Client.Said(answer.statusCode(), body);
    }

    private Client.Said get(String what) throws Exception {
        return client.send("GET", ACCOUNT + what, "", Map.of("Authorization", "Bearer " + token));
    }

    private Client.Said post(String body) throws Exception {
        return client.send(
                "POST", ACCOUNT + "orders", body, Map.of("Authorization", "Bearer " + token));
    }

    private static String order(String clientId, String field, String value) {
        String order =
                """
                {"client_order_id":"%s","symbol":"AAPL","qty":"10","side":"buy",
                 "type":"limit","time_in_force":"day","limit_price":"150"}
                """
                        .formatted(clientId)
                        .strip();
        String name = "\"" + field + "\":";
        return order.contains(name)
                ? order.replaceFirst(name + "\"[^\"]*\"", name + value)
                : order.substring(0, order.length() - 1) + "," + name + value + "}";
    }
}
