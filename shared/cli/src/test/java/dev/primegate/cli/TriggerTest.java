package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is triggered is asked of the simulated broker, and then an order meets it. */
class TriggerTest {
    private final Simulator broker = Simulator.start(SimulatorOptions.usual().onPort(0));
    private final FakeApi api = new FakeApi();

    @AfterEach
    void close() {
        broker.close();
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "reject, 422, REJECTED",
        "unknown, 202, UNKNOWN",
        "unknown, 201, PENDING_NEW",
        "late, 201, NEW"
    })
    void theFaultIsThereBeforeTheOrder(String event, int status, String became) {
        api.on("POST /v1/orders", status, "{\"ordStatus\":\"%s\"}".formatted(became));

        Typed typed = trigger(event);

        assertThat(typed.status()).as(typed.err()).isZero();
        assertThat(ask("faults").path("faults")).as("" + ask("faults")).isNotEmpty();
        assertThat(api.last().json().path("symbol").asText()).isEqualTo("BTC-USD");
    }

    @Test
    void anOrderThatIsTakenThoughItShouldNotBeIsAFinding() {
        api.on("POST /v1/orders", 201, "{\"ordStatus\":\"NEW\"}");

        assertThat(trigger("reject").status()).isEqualTo(3);
    }

    @Test
    void aCancelEndsTheOrderThatItSent() {
        api.on("POST /v1/orders", 201, "{\"orderId\":\"O1\",\"ordStatus\":\"NEW\"}")
                .on("DELETE /v1/orders/O1", 202, "{\"ordStatus\":\"PENDING_CANCEL\"}");

        assertThat(trigger("cancel").status()).isZero();
        assertThat(api.last().line()).isEqualTo("DELETE /v1/orders/O1");
    }

    @Test
    void whatIsNoSandboxIsNotTriedOn() {
        api.only("GET /v1/ops/environment", 200, FakeApi.environment("LIVE"));

        assertThat(trigger("fill").status()).isEqualTo(2);
        assertThat(api.lines()).doesNotContain("POST /v1/orders");
    }

    @Test
    void whatCannotHappenIsRefused() {
        assertThat(trigger("miracle").status()).isEqualTo(2);
    }

    private JsonNode ask(String what) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new Http(client, URI.create(broker.url().toString()), Map.of())
                    .call("GET", "/control/" + what, Optional.empty())
                    .body();
        }
    }

    private Typed trigger(String event) {
        return Typed.at(
                api, "trigger", event, "--account", "main", "--sim-url", broker.url().toString());
    }
}
