package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.proof.Proves;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is green when every order of it is in the book once. */
class SoakTest {
    @TempDir private Path folder = Path.of("replaced");

    private final FakeApi api = new FakeApi();
    private final Set<String> names = new TreeSet<>();

    /** The names that the command line draws by its seed. */
    @BeforeEach
    void names() {
        Random random = new Random(1);
        for (int i = 0; i < 3; i++) {
            names.add("cli-%016x".formatted(random.nextLong()));
        }
        names.forEach(name -> found(name, "{\"orderId\":\"O\",\"ordStatus\":\"NEW\"}"));
        api.on("POST /v1/orders", 201, "{\"ordStatus\":\"NEW\"}")
                .on("DELETE /v1/orders/O", 202, "{}");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    @Proves("F3")
    void everyOrderIsSentOnceFoundOnceAndCancelled() {
        Typed typed = soak();

        assertThat(typed.status()).as(typed.out() + typed.err()).isZero();
        assertThat(Json.read(typed.out()).path("taken").asInt()).isEqualTo(3);
        assertThat(api.lines()).filteredOn("POST /v1/orders"::equals).hasSize(3);
        // Two that look the same within seconds would be refused as one sent twice.
        assertThat(api.asked())
                .filteredOn(asked -> asked.line().equals("POST /v1/orders"))
                .extracting(asked -> asked.json().path("price").asText())
                .containsExactlyInAnyOrder("5000", "4999", "4998");
        assertThat(api.lines()).filteredOn("DELETE /v1/orders/O"::equals).hasSize(3);
        assertThat(latest().path("passed").asBoolean()).isTrue();
    }

    @Test
    @Proves("F3")
    void anOrderThatTheBookDoesNotHaveMakesItRed() {
        api.only(line(names.iterator().next()), 200, "{\"orders\":[]}");

        Typed typed = soak();

        assertThat(typed.status()).isEqualTo(3);
        assertThat(Json.read(typed.out()).path("missing").asInt()).isEqualTo(1);
        assertThat(latest().path("passed").asBoolean()).isFalse();
    }

    @Test
    @Proves("F3")
    void whatTookLongerThanAtThePeakIsNotGreen() {
        Typed typed = Typed.later(Duration.ofSeconds(2), api, words());

        assertThat(typed.status()).isEqualTo(3);
        assertThat(Json.read(typed.out()).path("taken").asInt()).isEqualTo(3);
        assertThat(latest().path("atPeak").asBoolean()).isFalse();
        assertThat(latest().path("passed").asBoolean()).isFalse();
    }

    @Test
    void anOrderThatIsThereTwiceMakesItRed() {
        String one = "{\"orderId\":\"O\",\"ordStatus\":\"NEW\"}";
        found(names.iterator().next(), one + "," + one);

        Typed typed = soak();

        assertThat(typed.status()).isEqualTo(3);
        assertThat(Json.read(typed.out()).path("twice").asInt()).isEqualTo(1);
    }

    @Test
    void whereMoneyIsRealNothingIsSent() {
        api.only("GET /v1/ops/environment", 200, FakeApi.environment("LIVE"));

        assertThat(soak().status()).isEqualTo(2);
        assertThat(api.lines()).doesNotContain("POST /v1/orders");
    }

    private Typed soak() {
        return Typed.at(api, words());
    }

    private String[] words() {
        return new String[] {
            "soak",
            "run",
            "--account",
            "main",
            "--symbol",
            "BTC-USD",
            "--qty",
            "0.01",
            "--price",
            "5000",
            "--orders",
            "3",
            "--peak",
            "50",
            "--evidence",
            folder.toString()
        };
    }

    private JsonNode latest() {
        Evidence evidence = new Evidence();
        evidence.folder = folder;
        return evidence.latest("soak").orElseThrow();
    }

    private void found(String name, String orders) {
        api.only(line(name), 200, "{\"orders\":[%s]}".formatted(orders));
    }

    private static String line(String name) {
        return "GET /v1/orders?account=main&clOrdId=" + name;
    }
}
