package dev.primegate.broker.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.kit.RestApis;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Prism;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every request of the adapter against a mock made from Clear Street's own description. */
@QuarkusTest
@QuarkusTestResource(ClearStreetSimulated.class)
class PublishedSpecTest {
    @Inject RestApis apis;

    private static final String ACCOUNT = "100000";
    private static final String BEARER = "Bearer token";

    private static java.util.Optional<Prism> prism = java.util.Optional.empty();

    @BeforeAll
    static void start() {
        prism = java.util.Optional.of(Prism.of("clear-street-studio.openapi.yaml"));
    }

    @AfterAll
    static void stop() {
        prism.ifPresent(Prism::close);
    }

    @Test
    @Proves({"A4", "G1"})
    void everyKindOfOrderIsOneByItsDescription() {
        for (String body : ClearStreetRequestTest.bodies()) {
            assertThat(status(() -> api().createOrder(ACCOUNT, BEARER, bytes(body))))
                    .as(body)
                    .isEqualTo(201);
        }
    }

    @Test
    @Proves("L8")
    void aBulkIsOne() {
        String body = "{\"orders\":[" + String.join(",", ClearStreetRequestTest.bodies()) + "]}";

        assertThat(status(() -> api().createOrders(ACCOUNT, BEARER, bytes(body)))).isEqualTo(201);
    }

    @Test
    @Proves("A5")
    void cancelsReadsAndLocatesAreOne() {
        assertThat(status(() -> api().cancelOrder(ACCOUNT, "o-1", BEARER))).isEqualTo(201);
        assertThat(status(() -> api().cancelOrders(ACCOUNT, BEARER, "AAPL"))).isEqualTo(201);
        assertThat(status(() -> api().cancelOrders(ACCOUNT, BEARER, null))).isEqualTo(201);
        assertThat(status(() -> api().order(ACCOUNT, "o-1", BEARER))).isEqualTo(200);
        assertThat(status(() -> api().orders(ACCOUNT, BEARER, 2_000, null))).isEqualTo(200);
        assertThat(status(() -> api().orders(ACCOUNT, BEARER, 2_000, "t"))).isEqualTo(200);
        assertThat(status(() -> api().trades(ACCOUNT, BEARER, 2_000, "t"))).isEqualTo(200);
        assertThat(status(() -> api().positions(ACCOUNT, BEARER, 2_000, null))).isEqualTo(200);
        assertThat(status(() -> api().holdings(ACCOUNT, BEARER))).isEqualTo(200);
        // Their own answers cannot be made: the description requires fields it does not have.
        assertThat(status(() -> api().regTMargin("200000", BEARER))).isIn(200, 500);
        assertThat(status(() -> api().portfolioMargin("200000", BEARER))).isIn(200, 500);
        assertThat(status(() -> api().instrument("AAPL", BEARER))).isEqualTo(200);
        String ask =
                "{\"symbol\":\"XOM\",\"quantity\":\"10\",\"mpid\":\"CLST\",\"reference_id\":\"r\"}";
        assertThat(status(() -> api().locate(ACCOUNT, BEARER, bytes(ask)))).isEqualTo(200);
        assertThat(status(() -> api().locate(ACCOUNT, "l-1", BEARER))).isEqualTo(200);
        byte[] yes = bytes("{\"accept\":true}");
        assertThat(status(() -> api().replyToLocate(ACCOUNT, "l-1", BEARER, yes))).isEqualTo(200);
    }

    @Test
    void theMockRefusesWhatIsNotDescribed() {
        assertThat(status(() -> api().createOrder(ACCOUNT, BEARER, bytes("{\"side\":\"up\"}"))))
                .isGreaterThanOrEqualTo(400);
        assertThat(status(() -> api().orders(ACCOUNT, BEARER, 2_001, null)))
                .isGreaterThanOrEqualTo(400);
    }

    private ClearStreetApi api() {
        return apis.at(prism.orElseThrow().url(), ClearStreetApi.class);
    }

    private static int status(Supplier<Response> call) {
        try (Response response = call.get()) {
            return response.getStatus();
        } catch (WebApplicationException e) {
            return e.getResponse().getStatus();
        }
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
