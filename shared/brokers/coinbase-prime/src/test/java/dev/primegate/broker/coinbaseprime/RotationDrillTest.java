package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.kit.Again;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.Courier;
import dev.primegate.broker.kit.RestApis;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.HeldByTests;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.SecretSource;
import dev.primegate.runtime.SecretVersion;
import dev.primegate.runtime.Turns;
import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import dev.primegate.simulator.coinbaseprime.PrimeCredentials;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key is replaced while orders are sent and read every minute, against a simulated Prime. */
@QuarkusTest
@QuarkusTestResource(PrimeSimulated.class)
class RotationDrillTest {
    @Inject RestApis apis;

    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    @Inject PrimeConfig config;

    private final SettableClock clock = new SettableClock(START);
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.usual().onAnyPort().timedBy(clock, (_, _) -> {}));
    private final Store store = new Store(PrimeCredentials.SIMULATED, START);
    private final List<Integer> reads = new ArrayList<>();
    private final List<Integer> sends = new ArrayList<>();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @Proves({"C6", "X37"})
    void noRequestFailsWhileBothKeysAreTakenForAnHour() throws Exception {
        PrimeCalls calls = calls();
        for (int minute = 0; minute < 180; minute++) {
            if (minute == 30) {
                store.write(PrimeCredentials.NEXT, clock.instant());
            }
            if (minute == 90) {
                retire(PrimeCredentials.SIMULATED);
            }
            work(calls, minute);
        }

        assertThat(sends).hasSize(180).containsOnly(200);
        assertThat(reads).hasSize(180).containsOnly(200);
        assertThat(calls.key().accessKey()).isEqualTo(PrimeCredentials.NEXT.accessKey());
    }

    @Test
    @Proves("X37")
    void aKeyThatIsRetiredTooEarlyCostsNoReadAndAtMostOneOrder() throws Exception {
        PrimeCalls calls = calls();
        for (int minute = 0; minute < 20; minute++) {
            if (minute == 10) {
                store.write(PrimeCredentials.NEXT, clock.instant());
                retire(PrimeCredentials.SIMULATED);
            }
            work(calls, minute);
        }

        assertThat(reads).hasSize(20).containsOnly(200);
        assertThat(sends.stream().filter(status -> status == 401)).hasSizeLessThanOrEqualTo(1);
        assertThat(sends.stream().filter(status -> status == 200)).hasSizeGreaterThanOrEqualTo(19);
    }

    private void work(PrimeCalls calls, int minute) {
        NewOrder order = Requests.limit("drill-" + minute, Side.BUY, "0.5", "50000");
        String body = PrimeRequest.json(order, SymbolMaster.standard().get(order.symbol()));
        sends.add(
                status(
                        calls.createOrder(
                                calls.signOrder(clock.instant(), PrimeCalls.ORDER, body), body)));
        reads.add(status(calls.openOrders()));
        clock.advance(Duration.ofMinutes(1));
    }

    private static int status(Answer answer) {
        return answer instanceof Answer.Whole whole ? whole.status() : 0;
    }

    private PrimeCalls calls() {
        PrimeApi api = apis.at(simulator.url(), PrimeApi.class);
        Courier courier =
                new Courier(
                        new Again(),
                        Answer::of,
                        new Turns(new MemoryRateBudget(clock), clock, clock::advance),
                        List.of(),
                        clock);
        return new PrimeCalls(api, config, HeldByTests.over(store, clock), clock, courier);
    }

    private void retire(PrimeCredentials key) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(simulator.url() + "/control/keys"))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"retired\":[\"%s\"]}".formatted(key.accessKey())))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    /** A store that has every version ever written. */
    private static final class Store implements SecretSource {
        private final List<SecretVersion> versions = new ArrayList<>();

        Store(PrimeCredentials first, Instant at) {
            write(first, at);
        }

        void write(PrimeCredentials key, Instant at) {
            String json =
                    """
                    {"accessKey":"%s","passphrase":"%s","signingKey":"%s","svcAccountId":"%s",
                     "portfolioId":"%s","entityId":"%s"}
                    """
                            .formatted(
                                    key.accessKey(),
                                    key.passphrase(),
                                    key.signingKey(),
                                    key.svcAccountId(),
                                    key.portfolioId(),
                                    key.entityId());
            versions.add(new SecretVersion(Secret.parse("prime", json), at));
        }

        @Override
        public String id() {
            return "drill";
        }

        @Override
        public SecretVersion current(String name) {
            return versions.getLast();
        }

        @Override
        public Optional<Secret> previous(String name) {
            return versions.size() < 2
                    ? Optional.empty()
                    : Optional.of(versions.get(versions.size() - 2).secret());
        }
    }
}
