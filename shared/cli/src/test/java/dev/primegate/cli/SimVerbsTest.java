package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told to the simulated broker it does. */
class SimVerbsTest {
    private final Simulator broker = Simulator.start(SimulatorOptions.usual().onPort(0));

    @AfterEach
    void close() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reject --times 2 --reason full",
                "fault cutAfterAccept",
                "margin-call --call deficit --amount 100",
                "margin-call --call none",
                "outage",
                "outage --over",
                "throttle --rps 5",
                "skew --seconds -45",
                "duplicate",
                "duplicate --off",
                "drop 3",
                "reset"
            })
    void itTakesEachOfThem(String words) {
        assertThat(tell(words).status()).isZero();
    }

    @Test
    void theNextOrdersMeetTheFault() {
        var _ = tell("reject --times 2 --reason full");
        var _ = tell("fault errorAfterAccept");

        assertThat(ask("faults").toString()).contains("reject", "errorAfterAccept");
    }

    @Test
    void anOutageLastsUntilItIsSaidToBeOver() {
        String orders = "/v1/portfolios/11111111-2222-3333-4444-555555555555/open_orders";
        assertThat(tell("outage").status()).isZero();
        assertThatThrownBy(() -> get(orders)).isInstanceOf(Http.UnreachableException.class);

        assertThat(tell("outage --over").status()).isZero();
        assertThat(get(orders).status()).isEqualTo(401);
    }

    @Test
    void aGapMovesTheMarketFromWhereItStands() {
        String before = bid("BTC-USD");

        Typed typed = tell("gap --symbol BTC-USD --pct -50");

        assertThat(typed.status()).isZero();
        assertThat(new BigDecimal(bid("BTC-USD")))
                .isLessThan(new BigDecimal(before).multiply(new BigDecimal("0.51")));
    }

    @Test
    void aMarketThatIsNotThereCannotMove() {
        assertThat(tell("gap --symbol NO-SUCH --pct 1").status()).isEqualTo(2);
    }

    @Test
    void aClockThatIsSkewedIsSkewed() {
        Typed typed = tell("skew --seconds 3600");

        Instant there = Instant.parse(Json.read(typed.out()).path("time").asText());
        assertThat(there).isAfter(Instant.now().plus(Duration.ofMinutes(59)));
    }

    @Test
    void aFillOfNoOrderIsAFinding() {
        assertThat(tell("fill nobody --qty 1 --price 2").status()).isEqualTo(3);
    }

    @Test
    void aDryRunTellsItNothing() {
        Typed typed = tell("reject --dry-run");

        assertThat(typed.status()).isZero();
        assertThat(ask("faults").toString()).doesNotContain("reject");
    }

    private String bid(String symbol) {
        for (JsonNode market : ask("market").path("markets")) {
            if (market.path("instrument").asText().equals(symbol)) {
                return market.path("bid").asText();
            }
        }
        throw new IllegalStateException("no market of " + symbol);
    }

    private JsonNode ask(String what) {
        return get("/control/" + what).body();
    }

    private Answer get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new Http(client, URI.create(broker.url().toString()), Map.of())
                    .call("GET", path, Optional.empty());
        }
    }

    private Typed tell(String words) {
        List<String> all = new ArrayList<>(List.of("sim"));
        all.addAll(List.of(words.split(" ")));
        all.addAll(List.of("--sim-url", broker.url().toString()));
        return Typed.run(Map.of(), all);
    }
}
