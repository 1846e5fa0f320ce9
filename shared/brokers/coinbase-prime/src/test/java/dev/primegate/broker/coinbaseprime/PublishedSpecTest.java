package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.kit.RestApis;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.OrderTerms.Strategy.Target;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Prism;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every request of the adapter against a mock made from Coinbase Prime's own description. */
@QuarkusTest
@QuarkusTestResource(PrimeSimulated.class)
class PublishedSpecTest {
    @Inject RestApis apis;

    private static final String PORTFOLIO = "11111111-2222-3333-4444-555555555555";
    private static final PrimeKey KEY =
            new PrimeKey(
                    "a", "p", "s", "svc", PORTFOLIO, Optional.empty(), PrimeKey.MarginVersion.V1);
    private static final Instant START = Instant.parse("2026-11-02T11:00:00Z");
    private static final Instant END = Instant.parse("2026-11-02T12:00:00Z");
    private static final Price PRICE = Price.of("60000");

    private static Optional<Prism> prism = Optional.empty();

    @BeforeAll
    static void start() {
        prism = Optional.of(Prism.of("coinbase-prime.openapi.yaml"));
    }

    @AfterAll
    static void stop() {
        prism.ifPresent(Prism::close);
    }

    @Test
    @Proves({"A4", "G1"})
    void everyKindOfOrderIsOneByItsDescription() {
        OrderTerms limit = new OrderTerms.Limit(PRICE, Optional.empty());
        OrderTerms sliced =
                new OrderTerms.Limit(
                        PRICE, Optional.of(new OrderTerms.Strategy(Target.TWAP, Optional.empty())));
        OrderTerms byVolume =
                new OrderTerms.Limit(
                        PRICE,
                        Optional.of(
                                new OrderTerms.Strategy(
                                        Target.VWAP, Optional.of(Decimal10.of("0.1")))));
        for (NewOrder order :
                List.of(
                        order(limit, TimeInForce.GTC),
                        order(limit, TimeInForce.IOC),
                        order(limit, TimeInForce.FOK),
                        order(limit, TimeInForce.GTD),
                        order(new OrderTerms.Market(50, Optional.empty()), TimeInForce.IOC),
                        order(new OrderTerms.StopLimit(Price.of("59000"), PRICE), TimeInForce.GTC),
                        order(sliced, TimeInForce.GTD),
                        order(byVolume, TimeInForce.GTC))) {
            assertThat(PrimeRequest.unsupported(order)).isEmpty();
            String body = PrimeRequest.json(order, SymbolMaster.standard().get(order.symbol()));
            assertThat(
                            status(() ->
                                    api().createOrder(
                                                    PORTFOLIO,
                                                    signed(),
                                                    body.getBytes(StandardCharsets.UTF_8))))
                    .as(body)
                    .isEqualTo(200);
        }
    }

    @Test
    @Proves("A5")
    void cancelsAndReadsAreOne() {
        String from = START.toString();
        assertThat(status(() -> api().cancelOrder(PORTFOLIO, "o-1", signed()))).isEqualTo(200);
        assertThat(status(() -> api().order(PORTFOLIO, "o-1", signed()))).isEqualTo(200);
        assertThat(status(() -> api().openOrders(PORTFOLIO, signed()))).isEqualTo(200);
        assertThat(status(() -> api().orders(PORTFOLIO, signed(), from, "ASC", 1_000, "c")))
                .isEqualTo(200);
        assertThat(status(() -> api().orderFills(PORTFOLIO, "o-1", signed(), "ASC", 1_000, null)))
                .isEqualTo(200);
        assertThat(status(() -> api().fills(PORTFOLIO, signed(), from, "ASC", 1_000, "c")))
                .isEqualTo(200);
        assertThat(status(() -> api().balances(PORTFOLIO, signed(), "TRADING_BALANCES")))
                .isEqualTo(200);
        // The mock cannot always make up so large an answer; a refusal would be a 4xx.
        assertThat(status(() -> api().products(PORTFOLIO, signed(), 1_000, null))).isIn(200, 500);
    }

    @Test
    void theMockRefusesWhatIsNotDescribed() {
        assertThat(
                        status(() ->
                                api().createOrder(
                                                PORTFOLIO,
                                                signed(),
                                                "{\"side\":1}".getBytes(StandardCharsets.UTF_8))))
                .isGreaterThanOrEqualTo(400);
    }

    private static NewOrder order(OrderTerms terms, TimeInForce timeInForce) {
        boolean dated = timeInForce == TimeInForce.GTD;
        return new NewOrder(
                Requests.FUND,
                Requests.MAIN,
                new ClOrdId("spec"),
                Requests.BTC,
                Side.BUY,
                new OrderSize.Units(Quantity.of("0.5")),
                terms,
                timeInForce,
                Optional.of(START).filter(_ -> dated && terms.strategy().isPresent()),
                Optional.of(END).filter(_ -> dated),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "desk",
                "trader",
                Optional.empty());
    }

    private static Signed signed() {
        return new Signed(new PrimeSigner(KEY).headers(START, "POST", "/", ""));
    }

    private PrimeApi api() {
        return apis.at(prism.orElseThrow().url(), PrimeApi.class);
    }

    private static int status(Supplier<Response> call) {
        try (Response response = call.get()) {
            return response.getStatus();
        } catch (WebApplicationException e) {
            return e.getResponse().getStatus();
        }
    }
}
