package dev.primegate.dynamodb;

import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.audit.Act;
import dev.primegate.audit.Step;
import dev.primegate.audit.Trail;
import dev.primegate.audit.Trails;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.RampLift;
import dev.primegate.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What persons did, in the table: nobody's step is lost, and a changed one is found. */
class DynamoTrailsTest {
    private static final int STEPS = 8;

    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Trail fund = Trail.of(FUND);

    /** Each is a transaction under the condition that no other came between. */
    @Test
    @Proves({"N1", "X62"})
    void stepsThatAreTakenAtOnceFormOneChain() throws Exception {
        DynamoBooks books = SERVER.open(clock);
        CountDownLatch all = new CountDownLatch(STEPS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> halts = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                HaltScope scope = new HaltScope("symbol:S" + i);
                halts.add(
                        threads.submit(() -> {
                            all.countDown();
                            all.await();
                            books.halts().halt(Halt.of(scope, "jane", "at once"));
                            return scope;
                        }));
            }
            for (Future<?> halt : halts) {
                halt.get();
            }
        }

        Trails.Trodden house = books.trails().read(Trail.HOUSE, 0, 100);
        assertThat(house.firstBad()).isEmpty();
        assertThat(house.steps())
                .extracting(step -> step.facts().get("scope"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, STEPS).mapToObj(i -> "symbol:S" + i).toList());
    }

    @Test
    @Proves("N1")
    void aLiftIsOnTheTenantsTrailOnce() {
        DynamoBooks books = SERVER.open(clock);
        RampLift lift = new RampLift(20, "jane", clock.instant());

        books.ramp().lift(FUND, MAIN, lift);
        books.ramp().lift(FUND, MAIN, new RampLift(30, "joe", clock.instant()));

        assertThat(books.trails().read(fund, 0, 100).steps())
                .extracting(Step::act, Step::by, Step::facts)
                .containsExactly(
                        tuple(
                                "RAMP_LIFTED",
                                "jane",
                                Map.of("account", MAIN.name(), "cleanDays", "20")));
    }

    /** However it is cut into pages. */
    @Test
    @Proves({"N1", "X62"})
    void aPageIsHeldToWhatIsBeforeItAndTheLastToTheNumberOfSteps() {
        DynamoBooks books = SERVER.open(clock);
        halts(books);
        assertThat(firstBad(books)).containsOnly(OptionalInt.empty());

        books.delete(Key.step(fund, STEPS));
        assertThat(firstBad(books)).containsOnly(OptionalInt.of(STEPS - 1));
        // As good as the true one, but for the step that follows it.
        Step fifth = books.trails().read(fund, 4, 1).steps().getFirst();
        Act forged = new Act(fund, fifth.at(), "joe", fifth.act(), fifth.facts());
        books.change(Key.step(fund, 5), "by", AttributeValue.fromS("joe"));
        assertThat(firstBad(books)).containsOnly(OptionalInt.of(4));
        books.change(
                Key.step(fund, 5),
                "hash",
                AttributeValue.fromS(Step.after(4, fifth.previousHash(), forged).hash()));
        assertThat(firstBad(books)).containsOnly(OptionalInt.of(5));
        books.delete(Key.step(fund, 4));
        assertThat(firstBad(books)).containsOnly(OptionalInt.of(3));
        books.delete(Key.step(fund, 1));
        assertThat(firstBad(books)).containsOnly(OptionalInt.of(0));
    }

    /** The first bad index that is told, for pages of several sizes. */
    private List<OptionalInt> firstBad(DynamoBooks books) {
        return Stream.of(1, 3, STEPS, STEPS + 1).map(limit -> firstBad(books, limit)).toList();
    }

    private OptionalInt firstBad(DynamoBooks books, int limit) {
        long after = 0;
        for (int page = 0; page <= STEPS + 1; page++) {
            Trails.Trodden part = books.trails().read(fund, after, limit);
            assertThat(part.steps()).hasSizeLessThanOrEqualTo(limit);
            if (part.firstBad().isPresent() || part.isEnd()) {
                return part.firstBad();
            }
            after += part.steps().size();
        }
        throw new AssertionError("it has no end");
    }

    @Test
    @Proves({"N1", "X62"})
    void seededTamperingIsFoundAtItsIndex() {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            DynamoBooks books = SERVER.open(clock);
            halts(books);
            int index = random.nextInt(STEPS);
            Key key = Key.step(fund, index + 1L);
            OptionalInt expected = OptionalInt.of(index);
            switch (random.nextInt(4)) {
                case 0 -> books.change(key, "by", AttributeValue.fromS("joe"));
                case 1 ->
                        books.change(
                                key,
                                "facts",
                                AttributeValue.fromM(Map.of("scope", AttributeValue.fromS("all"))));
                case 2 -> books.delete(key);
                default -> {
                    Step forged =
                            Step.after(
                                    index,
                                    "forged",
                                    new Act(
                                            fund,
                                            clock.instant(),
                                            "joe",
                                            "RESUMED",
                                            new TreeMap<>()));
                    books.change(key, "previousHash", AttributeValue.fromS(forged.hash()));
                }
            }

            assertThat(books.trails().read(fund, 0, 100).firstBad())
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private void halts(DynamoBooks books) {
        for (int i = 0; i < STEPS; i++) {
            clock.advance(Duration.ofSeconds(1));
            books.halts()
                    .halt(Halt.of(new HaltScope("account:" + FUND + "/a" + i), "jane", "seed"));
        }
    }
}
