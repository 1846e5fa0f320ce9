package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.kit.Again;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.Courier;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.Secrets;
import dev.primegate.runtime.Turns;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often each kind of call is made when it keeps failing. */
@QuarkusTest
@QuarkusTestResource(PrimeSimulated.class)
class AttemptsTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    @Inject Again again;
    @Inject PrimeConfig config;

    private final SettableClock clock = new SettableClock(START);
    private final MemoryRateBudget budget = new MemoryRateBudget(clock);
    private final List<Signed> made = new ArrayList<>();
    private Optional<Secret> renewed = Optional.empty();
    private int asked;

    enum Failure {
        SERVER_ERROR,
        BAD_GATEWAY,
        RESET,
        NO_CONNECTION;

        Response answer() {
            return switch (this) {
                case SERVER_ERROR -> Response.status(500).build();
                case BAD_GATEWAY -> Response.status(502).entity("<html>").build();
                case RESET -> throw new ProcessingException("Connection reset");
                case NO_CONNECTION ->
                        throw new ProcessingException(new ConnectException("refused"));
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    @Proves({"E2", "E3"})
    void aReadIsMadeFourTimesAndSignedAnewEachTime(Failure failure) {
        var _ = calling(failure::answer, PrimeCalls::openOrders);

        assertThat(made)
                .extracting(signed -> signed.timestamp)
                .isEqualTo(List.of("1793613600", "1793613601", "1793613602", "1793613603"));
        assertThat(made).extracting(signed -> signed.signature).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    @Proves({"E2", "E3"})
    void aCancelIsMadeFourTimes(Failure failure) {
        var _ = calling(failure::answer, calls -> calls.cancelOrder("p-1"));

        assertThat(made).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    @Proves({"E2", "X15"})
    void anOrderIsMadeOnce(Failure failure) {
        var _ =
                calling(
                        failure::answer,
                        calls ->
                                calls.createOrder(
                                        calls.signOrder(START, PrimeCalls.ORDER, "{}"), "{}"));

        assertThat(made).hasSize(1);
    }

    @Test
    @Proves("E2")
    void whatSucceedsTheSecondTimeIsNotAskedAThird() {
        List<Supplier<Response>> answers =
                List.of(() -> Response.status(500).build(), () -> Response.ok("{}").build());

        Answer answer = calling(() -> answers.get(made.size() - 1).get(), PrimeCalls::openOrders);

        assertThat(((Answer.Whole) answer).status()).isEqualTo(200);
        assertThat(made).hasSize(2);
    }

    @Test
    @Proves({"E1", "X16"})
    void whoeverWasAskedToWaitForHalfAMinuteDoesNotAskAgain() {
        var _ = calling(() -> Response.status(429).build(), PrimeCalls::openOrders);

        assertThat(made).hasSize(1);
    }

    @Test
    void whatWasRefusedIsNotAskedAgain() {
        var _ = calling(() -> Response.status(401).build(), PrimeCalls::openOrders);

        assertThat(made).hasSize(1);
    }

    @Test
    @Proves({"C6", "X37"})
    void whatIsRefusedForItsKeyIsAskedOnceMoreWithTheNewOne() {
        renewed = Optional.of(key("new"));

        var _ = calling(() -> Response.status(401).build(), PrimeCalls::openOrders);
        var _ = calling(() -> Response.status(401).build(), calls -> calls.cancelOrder("p-1"));

        assertThat(made)
                .extracting(signed -> signed.accessKey)
                .isEqualTo(List.of("old", "new", "old", "new"));
    }

    @Test
    @Proves({"X37", "E2"})
    void anOrderThatIsRefusedForItsKeyIsNotSentAgainButTheNextKeyIsAskedFor() {
        renewed = Optional.of(key("new"));

        var _ =
                calling(
                        () -> Response.status(401).build(),
                        calls ->
                                calls.createOrder(
                                        calls.signOrder(START, PrimeCalls.ORDER, "{}"), "{}"));

        assertThat(made).extracting(signed -> signed.accessKey).isEqualTo(List.of("old"));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whoeverIsToldToStopBetweenTwoAttemptsMakesNoOtherAndStillKnows() {
        Supplier<Response> stopping =
                () -> {
                    Thread.currentThread().interrupt();
                    return Response.status(500).build();
                };

        assertThatThrownBy(() -> calling(stopping, PrimeCalls::openOrders))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("told to stop");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(made).hasSize(1);
    }

    /** Every call takes a second. */
    private Answer calling(Supplier<Response> answer, Function<PrimeCalls, Answer> call) {
        PrimeApi api =
                (PrimeApi)
                        Proxy.newProxyInstance(
                                PrimeApi.class.getClassLoader(),
                                new Class<?>[] {PrimeApi.class},
                                (_, _, arguments) -> {
                                    Arrays.stream(arguments)
                                            .filter(Signed.class::isInstance)
                                            .forEach(signed -> made.add((Signed) signed));
                                    clock.advance(Duration.ofSeconds(1));
                                    return answer.get();
                                });
        Courier courier =
                new Courier(
                        again,
                        Answer::of,
                        new Turns(budget, clock, clock::advance),
                        List.of(),
                        clock);
        return call.apply(new PrimeCalls(api, config, new Keys(), clock, courier));
    }

    private final class Keys implements Secrets {
        @Override
        public Secret get(String name) {
            return key("old");
        }

        @Override
        public Optional<Secret> renewed(String name, Secret refused) {
            asked++;
            return renewed;
        }
    }

    private static Secret key(String accessKey) {
        Map<String, String> fields =
                Map.of(
                        "accessKey", accessKey,
                        "passphrase", "p",
                        "signingKey", "s",
                        "svcAccountId", "v",
                        "portfolioId", "f");
        return Secret.parse(
                "prime",
                "{"
                        + String.join(
                                ",",
                                fields.entrySet().stream()
                                        .map(f ->
                                                "\"%s\":\"%s\"".formatted(f.getKey(), f.getValue()))
                                        .toList())
                        + "}");
    }
}
