package dev.primegate.broker.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.SharedTokens;
import dev.primegate.broker.kit.CallDeadline;
import dev.primegate.broker.kit.Pass;
import dev.primegate.broker.kit.TokenSeal;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Pause;
import dev.primegate.runtime.Secret;
import dev.primegate.testkit.MemoryTokens;
import dev.primegate.testkit.SettableClock;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * Who asks for a token, and when. An instance of {@link ClearStreetTokens} is an instance of a
 * function.
 */
class ClearStreetTokensTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final Duration REFRESH = Duration.ofSeconds(80_000);

    private final SettableClock clock = new SettableClock(START);
    private final MemoryTokens shared = new MemoryTokens(clock);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile String secret = "s";
    private volatile IntFunction<Response> answer = number -> granted("token-" + number);

    @Test
    @Proves({"C7", "X36"})
    void aHundredInstancesThatStartTogetherAskOnce() throws Exception {
        Set<Integer> waiting = ConcurrentHashMap.newKeySet();
        List<Callable<Pass>> starts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            Pause noted =
                    _ -> {
                        waiting.add(number);
                        LockSupport.parkNanos(1_000_000);
                    };
            ClearStreetTokens instance = new ClearStreetTokens(signOn(), shared, clock, noted);
            starts.add(instance::get);
        }
        // The first has its token only when all the others have found that somebody asks.
        answer =
                number -> {
                    for (int i = 0; i < 5_000 && number == 1 && waiting.size() < 99; i++) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    return granted("token-" + number);
                };
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Pass> start : pool.invokeAll(starts)) {
                assertThat(start.get()).isEqualTo(new Pass.Open("token-1"));
            }
        }

        assertThat(calls.get()).isEqualTo(1);
    }

    @Test
    @Proves("C7")
    void aHundredThreadsOfOneInstanceAskOnce() throws Exception {
        ClearStreetTokens instance = instance();
        List<Callable<Pass>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(instance::get);
        }
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Pass> one : pool.invokeAll(all)) {
                assertThat(one.get()).isEqualTo(new Pass.Open("token-1"));
            }
        }

        assertThat(calls.get()).isEqualTo(1);
    }

    @Test
    @Proves("C7")
    void aTokenIsKeptForFourFifthsOfItsLifeAndThenReplaced() {
        ClearStreetTokens instance = instance();
        assertThat(instance.get()).isEqualTo(new Pass.Open("token-1"));
        clock.advance(Duration.ofSeconds(79_999));
        assertThat(instance.get()).isEqualTo(new Pass.Open("token-1"));

        clock.advance(Duration.ofSeconds(1));

        assertThat(instance.get()).isEqualTo(new Pass.Open("token-2"));
        assertThat(calls.get()).isEqualTo(2);
    }

    @Test
    @Proves("X36")
    void whileOneFetchesTheNextTheOthersUseTheOld() {
        ClearStreetTokens other = instance();
        assertThat(other.get()).isEqualTo(new Pass.Open("token-1"));
        clock.advance(REFRESH);
        List<Pass> meanwhile = new ArrayList<>();
        answer =
                number -> {
                    meanwhile.add(other.get());
                    return granted("token-" + number);
                };

        assertThat(instance().get()).isEqualTo(new Pass.Open("token-2"));

        assertThat(meanwhile).containsExactly(new Pass.Open("token-1"));
        assertThat(other.get()).isEqualTo(new Pass.Open("token-2"));
        assertThat(calls.get()).isEqualTo(2);
    }

    @Test
    @Proves("X36")
    void aSignOnThatFailsLeavesTheOldTokenInUseAndIsNotRepeatedAtOnce() {
        ClearStreetTokens instance = instance();
        assertThat(instance.get()).isInstanceOf(Pass.Open.class);
        clock.advance(REFRESH);
        answer = _ -> Response.status(503).build();

        assertThat(instance.get()).isEqualTo(new Pass.Open("token-1"));
        assertThat(instance.get()).isEqualTo(new Pass.Open("token-1"));
        assertThat(calls.get()).isEqualTo(2);

        clock.advance(Duration.ofSeconds(2));
        answer = number -> granted("token-" + number);
        assertThat(instance.get()).isEqualTo(new Pass.Open("token-3"));
    }

    @Test
    void withoutAnyTokenTheReasonIsSaid() {
        answer = _ -> Response.status(401).entity("{\"error\":\"access_denied\"}").build();

        assertThat(instance().get()).isEqualTo(new Pass.Shut("the sign-on answered 401"));
    }

    @Test
    void anAnswerWithoutABearerTokenIsNone() {
        for (String body :
                List.of(
                        "{}",
                        "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}",
                        "{\"access_token\":\"t\",\"token_type\":\"mac\",\"expires_in\":60}",
                        "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":0}",
                        "<html>")) {
            answer = _ -> ok(body);
            assertThat(instance().get()).isInstanceOf(Pass.Shut.class);
            clock.advance(Duration.ofSeconds(5));
        }
    }

    @Test
    @Proves("X36")
    void aHolderOfTheLeaseThatDiedIsReplacedWhenItLapses() {
        ClearStreetTokens instance = instance();
        answer =
                _ -> {
                    throw new Death();
                };
        org.assertj.core.api.Assertions.assertThatThrownBy(instance::get).isInstanceOf(Death.class);
        answer = number -> granted("token-" + number);

        assertThat(waiting().get()).isInstanceOf(Pass.Shut.class);
        clock.advance(Duration.ofSeconds(10));

        assertThat(instance().get()).isEqualTo(new Pass.Open("token-2"));
    }

    @Test
    @Proves("C7")
    void aTokenThatWasRefusedIsReplacedOnceAndNotAgainWhileItIsNew() {
        ClearStreetTokens instance = instance();
        assertThat(instance.get()).isEqualTo(new Pass.Open("token-1"));
        clock.advance(Duration.ofMinutes(2));

        assertThat(instance.refused("token-1")).isTrue();
        assertThat(instance.get()).isEqualTo(new Pass.Open("token-2"));
        assertThat(instance.refused("token-2")).isFalse();
        assertThat(instance.get()).isEqualTo(new Pass.Open("token-2"));
        assertThat(calls.get()).isEqualTo(2);
    }

    @Test
    @Proves("C7")
    void whoeverIsRefusedLaterTakesTheOneThatWasFetchedMeanwhile() {
        ClearStreetTokens first = instance();
        ClearStreetTokens second = instance();
        assertThat(first.get()).isEqualTo(second.get());
        clock.advance(Duration.ofMinutes(2));
        assertThat(first.refused("token-1")).isTrue();
        assertThat(first.get()).isEqualTo(new Pass.Open("token-2"));

        assertThat(second.refused("token-1")).isTrue();

        assertThat(second.get()).isEqualTo(new Pass.Open("token-2"));
        assertThat(calls.get()).isEqualTo(2);
    }

    @Test
    void aTokenIsNotUsedForItsLastMoments() {
        ClearStreetTokens instance = instance();
        assertThat(instance.get()).isInstanceOf(Pass.Open.class);
        clock.advance(Duration.ofSeconds(100_000 - 30));
        answer = _ -> Response.status(503).build();

        assertThat(instance.get()).isInstanceOf(Pass.Shut.class);
    }

    @Test
    void theTableHoldsNoTokenThatCanBeRead() {
        assertThat(instance().get()).isEqualTo(new Pass.Open("token-1"));

        SharedTokens.Shelf shelf = shared.read(signOn().client().name());
        String sealed = shelf.token().orElseThrow().text();

        assertThat(sealed).doesNotContain("token");
        String name = signOn().client().name();
        assertThat(new TokenSeal("s", name).open(sealed)).contains("token-1");
        assertThat(new TokenSeal("other", name).open(sealed)).isEmpty();
        assertThat(new TokenSeal("s", "other name").open(sealed)).isEmpty();
        assertThat(new TokenSeal("s", name).open("!")).isEmpty();
        assertThat(new TokenSeal("s", name).open("AAAA")).isEmpty();
    }

    @Test
    void afterARotationTheOldSecretsTokenDoesNotOpen() {
        assertThat(instance().get()).isEqualTo(new Pass.Open("token-1"));
        secret = "rotated";

        assertThat(instance().get()).isEqualTo(new Pass.Open("token-2"));
    }

    @Test
    void aTableThatCannotBeReadLeavesTheOldTokenInUse() {
        boolean[] broken = {false};
        SharedTokens failing =
                (SharedTokens)
                        java.lang.reflect.Proxy.newProxyInstance(
                                SharedTokens.class.getClassLoader(),
                                new Class<?>[] {SharedTokens.class},
                                (_, method, arguments) -> {
                                    if (broken[0]) {
                                        throw new IllegalStateException("no table");
                                    }
                                    return method.invoke(shared, arguments);
                                });
        ClearStreetTokens instance = new ClearStreetTokens(signOn(), failing, clock, _ -> {});
        assertThat(instance.get()).isEqualTo(new Pass.Open("token-1"));
        clock.advance(REFRESH);
        broken[0] = true;

        assertThat(instance.get()).isEqualTo(new Pass.Open("token-1"));
        assertThat(new ClearStreetTokens(signOn(), failing, clock, _ -> {}).get())
                .isEqualTo(new Pass.Shut("the shared token cannot be read"));
    }

    /** Waits in truth for a moment, and not by the clock. */
    private ClearStreetTokens instance() {
        Pause moment = _ -> LockSupport.parkNanos(1_000_000);
        return new ClearStreetTokens(signOn(), shared, clock, moment);
    }

    /** Waits by the clock. */
    private ClearStreetTokens waiting() {
        return new ClearStreetTokens(signOn(), shared, clock, clock::advance);
    }

    private ClearStreetSignOn signOn() {
        ClearStreetAuthApi api = _ -> answer.apply(calls.incrementAndGet());
        return new ClearStreetSignOn(api, new TestConfig(), _ -> key(), new CallDeadline());
    }

    private Secret key() {
        Map<String, String> fields =
                Map.of(
                        "client_id", "c",
                        "client_secret", secret,
                        "audience", "a",
                        "account_id", "100000",
                        "entity_id", "200000");
        return Secret.parse(
                "clear-street",
                "{"
                        + String.join(
                                ",",
                                fields.entrySet().stream()
                                        .map(f ->
                                                "\"%s\":\"%s\"".formatted(f.getKey(), f.getValue()))
                                        .toList())
                        + "}");
    }

    private static Response granted(String token) {
        return ok(
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":100000}"
                        .formatted(token));
    }

    private static Response ok(String body) {
        return Response.ok(body).build();
    }

    /** Nothing of the product survives it. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }
}
