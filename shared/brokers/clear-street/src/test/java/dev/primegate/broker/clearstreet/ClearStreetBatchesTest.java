package dev.primegate.broker.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateBudget;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.Turn;
import dev.primegate.broker.kit.Again;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.Courier;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Pause;
import dev.primegate.runtime.Turns;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.MemoryRateBudget;
import dev.primegate.testkit.SettableClock;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders alone and together. The clock stands unless a test moves it. */
class ClearStreetBatchesTest {
    private static final Instant START = Instant.parse("2026-11-02T15:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SettableClock clock = new SettableClock(START);
    private final MemoryRateBudget budget = new MemoryRateBudget(clock);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final TestConfig config = new TestConfig();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<JsonNode> bulks = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<Thread> senders = new CopyOnWriteArrayList<>();
    private Function<JsonNode, Response> answer = ClearStreetBatchesTest::allTaken;
    private Runnable afterPause = () -> {};
    private int leaders = 1;

    @BeforeEach
    void spendTheRate() {
        RateLimit limit = new RateLimit("studio", 10, 10);
        while (budget.take(ClearStreetMapping.BROKER, limit, Purpose.ORDER)
                instanceof Turn.Granted) {
            assertThat(calls).isEmpty();
        }
    }

    @Test
    @Proves("L8")
    void whatTheRateAllowsGoesAloneAndAtOnce() {
        budget.reset();

        assertThat(batches(budget).send(admitted(0), prepared(0)))
                .isInstanceOf(SendOutcome.Received.class);

        assertThat(calls).containsExactly("createOrder");
        assertThat(pauses).isEmpty();
    }

    @Test
    @Proves("L8")
    void ordersThatFindTheRateSpentGoInOneCallWithinFiftyMillisecondsEachWithItsOwnOutcome()
            throws InterruptedException {
        answer = ClearStreetBatchesTest::everyThirdRefused;

        Map<Integer, SendOutcome> outcomes = together(60, batches(budget));

        assertThat(calls).containsExactly("createOrders");
        assertThat(bulks.getFirst()).hasSize(60);
        assertThat(pauses).containsExactly(Duration.ofMillis(50));
        outcomes.forEach((i, outcome) ->
                assertThat(outcome)
                        .isEqualTo(
                                i % 3 == 0
                                        ? new SendOutcome.Refused("refused " + i)
                                        : new SendOutcome.Received(new BrokerOrderId("b-" + i))));
    }

    @Test
    @Proves("L8")
    void aThousandAreOneCallAndTheNextWaitsForItsSecond() throws InterruptedException {
        leaders = 2;

        Map<Integer, SendOutcome> outcomes = together(1_001, batches(budget));

        assertThat(bulks).extracting(JsonNode::size).containsExactlyInAnyOrder(1_000, 1);
        assertThat(outcomes.values()).allMatch(SendOutcome.Received.class::isInstance);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    @Proves({"L8", "X15"})
    void aBulkWhoseAnswerIsLostIsDoubtForEachOfItAndIsNotSentAgain() throws InterruptedException {
        answer =
                _ -> {
                    throw new ProcessingException("reset");
                };

        assertThat(together(5, batches(budget)).values())
                .hasSize(5)
                .allMatch(SendOutcome.Unknown.class::isInstance);
        assertThat(calls).hasSize(1);
    }

    @Test
    @Proves("X11")
    void whoseLeaseIsOverBeforeTheCallIsNotSent() throws InterruptedException {
        afterPause = () -> clock.advance(Duration.ofSeconds(4));

        assertThat(together(3, batches(budget)).values())
                .hasSize(3)
                .allMatch(SendOutcome.NotSent.class::isInstance);
        assertThat(calls).isEmpty();
    }

    @Test
    void withoutRoomForABulkNobodyIsSent() throws InterruptedException {
        for (int second = 0; second < 5; second++) {
            RateLimit bulk = new RateLimit("bulk", 1, 1);
            var _ = budget.take(new BrokerId("clear-street-bulk"), bulk, Purpose.ORDER);
            clock.advance(Duration.ofSeconds(1));
        }
        clock.advance(Duration.ofSeconds(-5));

        assertThat(together(3, batches(budget)).values())
                .hasSize(3)
                .allMatch(SendOutcome.NotSent.class::isInstance);
        assertThat(calls).isEmpty();
    }

    @Test
    void whileTheBrokerIsLeftAloneNothingIsSent() {
        budget.pause(ClearStreetMapping.BROKER, START.plusSeconds(30));

        assertThat(batches(budget).send(admitted(0), prepared(0)))
                .isInstanceOf(SendOutcome.NotSent.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void aBatchThatFailsBeforeItsCallLeavesNobodyWaiting() throws InterruptedException {
        RateBudget failing =
                (RateBudget)
                        Proxy.newProxyInstance(
                                RateBudget.class.getClassLoader(),
                                new Class<?>[] {RateBudget.class},
                                (_, method, arguments) -> {
                                    if (arguments[0].toString().equals("clear-street-bulk")) {
                                        throw new IllegalStateException("no table");
                                    }
                                    return method.invoke(budget, arguments);
                                });

        Map<Integer, SendOutcome> outcomes = together(4, batches(failing));

        assertThat(outcomes.values()).hasSize(3).allMatch(SendOutcome.NotSent.class::isInstance);
        assertThat(calls).isEmpty();
    }

    /** What came to each of {@code count} orders; nothing for one whose sender failed. */
    private Map<Integer, SendOutcome> together(int count, ClearStreetBatches batches)
            throws InterruptedException {
        Map<Integer, SendOutcome> outcomes = new ConcurrentHashMap<>();
        List<Admission.Admitted> admitted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            admitted.add(admitted(i));
        }
        for (int i = 0; i < count; i++) {
            int number = i;
            senders.add(
                    Thread.ofVirtual()
                            .unstarted(() ->
                                    outcomes.put(
                                            number,
                                            batches.send(admitted.get(number), prepared(number)))));
        }
        senders.forEach(thread -> thread.setUncaughtExceptionHandler((_, _) -> {}));
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }
        return new TreeMap<>(outcomes);
    }

    private ClearStreetBatches batches(RateBudget of) {
        ClearStreetApi api =
                (ClearStreetApi)
                        Proxy.newProxyInstance(
                                ClearStreetApi.class.getClassLoader(),
                                new Class<?>[] {ClearStreetApi.class},
                                (_, method, arguments) ->
                                        call(method.getName(), (byte[]) arguments[2]));
        Turns turns = new Turns(of, clock, clock::advance);
        Courier courier = new Courier(new Again(), Answer::of, turns, List.of(), clock);
        ClearStreetCalls toApi =
                new ClearStreetCalls(
                        api,
                        TestKey.signOn(config),
                        TestKey.tokens(config, clock),
                        courier,
                        config);
        return new ClearStreetBatches(toApi, turns, clock, gathering(), config);
    }

    /** Waits until everybody else has joined. */
    private Pause gathering() {
        return length -> {
            pauses.add(length);
            while (senders.stream().filter(t -> t.getState() == Thread.State.WAITING).count()
                    < senders.size() - leaders) {
                LockSupport.parkNanos(100_000);
            }
            afterPause.run();
        };
    }

    private Response call(String name, byte[] body) throws JsonProcessingException {
        calls.add(name);
        JsonNode json = JSON.readTree(new String(body, StandardCharsets.UTF_8));
        if (name.equals("createOrder")) {
            return Response.status(201).entity("{\"order_id\":\"b-0\"}").build();
        }
        bulks.add(json.path("orders"));
        return answer.apply(json.path("orders"));
    }

    private static Response allTaken(JsonNode orders) {
        return results(orders, _ -> true);
    }

    private static Response everyThirdRefused(JsonNode orders) {
        return results(orders, number -> number % 3 != 0);
    }

    private static Response results(JsonNode orders, Function<Integer, Boolean> taken) {
        List<String> results = new ArrayList<>();
        int submitted = 0;
        for (JsonNode order : orders) {
            int number = order.path("number").asInt();
            submitted += taken.apply(number) ? 1 : 0;
            results.add(
                    (taken.apply(number)
                                    ? "{\"submitted\":true,\"order_id\":\"b-%d\"}"
                                    : "{\"submitted\":false,\"reason\":\"refused %d\"}")
                            .formatted(number));
        }
        return Response.status(201)
                .entity(
                        "{\"submitted\":%d,\"rejected\":%d,\"data\":[%s]}"
                                .formatted(
                                        submitted,
                                        results.size() - submitted,
                                        String.join(",", results)))
                .build();
    }

    private Admission.Admitted admitted(int number) {
        return Admissions.admitted(
                books,
                Orders.limit("batch-" + number, "150").build(),
                clock.instant(),
                Duration.ofSeconds(3));
    }

    private Preparation.Prepared prepared(int number) {
        return new Preparation.Prepared(
                clock.instant(), Map.of(), "{\"number\":%d}".formatted(number));
    }
}
