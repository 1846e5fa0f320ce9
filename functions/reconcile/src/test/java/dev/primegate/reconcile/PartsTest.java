package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakLog;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Fetched;
import dev.primegate.comparison.Part;
import dev.primegate.order.Account;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One account's day that is compared in parts, each by a run of its own, and gathered. */
class PartsTest {
    private static final int SLICES = 2;
    private static final int FILLS = 40;
    private static final Instant RUN = Instant.parse("2026-11-03T01:00:00Z");

    @TempDir Path folder;
    private Desk desk;

    @BeforeEach
    void aDayOfManyTrades() {
        desk = files("first");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16})
    @Proves("G13")
    void partsInAnyOrderAndDoneTwiceFindWhatTheWholeFinds(int of) throws IOException {
        arrives(differing());
        var _ = desk.run(Job.Kind.TRADES);
        List<Break> whole = breaks();
        assertThat(causes()).hasSize(7).contains("missing-at-broker", "duplicate", "unknown-alias");

        for (long seed = 1; seed <= 3; seed++) {
            desk = files("seed " + seed);
            List<Job> jobs = new ArrayList<>(parts(RUN, of));
            jobs.add(jobs.getFirst());
            Collections.shuffle(jobs, new Random(seed));
            jobs.forEach(this::run);
            assertThat(breaks()).as("nothing is found before all is gathered").isEmpty();

            gather(RUN, of).forEach(this::run);
            assertThat(breaks()).as("seed %d", seed).isEqualTo(whole);

            // Again, as after an answer that was lost: each break stands once and has not moved.
            run(jobs.getLast());
            gather(RUN, of).forEach(this::run);
            assertThat(breaks()).as("seed %d, again", seed).isEqualTo(whole);
        }
    }

    /** Of what happened after the run began nothing is said, whenever a part is compared. */
    @Test
    @Proves("G13")
    void aBrokerThatIsAskedIsComparedInPartsToo() {
        desk = asked("whole");
        var _ = desk.run(Job.Kind.TRADES);
        List<Break> whole = breaks();
        assertThat(causes()).containsExactlyInAnyOrder("missing-at-broker", "quantity");

        desk = asked("parts");
        for (Job job : parts(RUN, 3)) {
            var _ = run(job);
            desk.clock.advance(Duration.ofMinutes(1));
            later(index(job));
        }
        gather(RUN, 3).forEach(this::run);

        assertThat(breaks()).isEqualTo(whole);
    }

    /** A trade of the next day, of which our book alone knows. */
    private void later(int number) {
        NewOrder order = Requests.buy("later-" + number, "100");
        OrderEvent.Executed executed =
                (OrderEvent.Executed) Requests.executed(order, "later-" + number, "1", "50000");
        Execution of = executed.execution();
        desk.heard(
                order.clOrdId().text(),
                new OrderEvent.Executed(
                        new Execution(
                                of.id(),
                                of.symbol(),
                                of.side(),
                                of.lastQty(),
                                of.lastPx(),
                                of.fee(),
                                desk.clock.instant(),
                                Optional.empty(),
                                "00")));
    }

    @Test
    @Proves("G13")
    void aPartThatIsMissingIsToldAndNothingIsKept() throws IOException {
        arrives(differing());
        parts(RUN, 3).stream().filter(job -> index(job) != 1).forEach(this::run);

        refuses(RUN, "part 1 of 3 is missing");
    }

    @Test
    void whatAnEarlierRunLeftIsNotTaken() throws IOException {
        arrives(differing());
        parts(RUN, 3).forEach(this::run);
        Instant next = RUN.plus(Duration.ofHours(1));
        desk.clock.advance(Duration.ofHours(1));
        parts(next, 3).stream().filter(job -> index(job) == 0).forEach(this::run);

        refuses(next, "part 1 of 3 is missing");
    }

    @Test
    @Proves({"G13", "X53"})
    void aFileThatWasCorrectedBetweenTwoPartsIsRefusedAndTheNextRunTakesIt() throws IOException {
        arrives(differing());
        parts(RUN, 3).stream().filter(job -> index(job) < 2).forEach(this::run);
        desk.clock.advance(Duration.ofMinutes(1));
        arrives("20261102_fills_2.csv", agreeing());
        parts(RUN, 3).stream().filter(job -> index(job) == 2).forEach(this::run);

        refuses(RUN, "part 2 of 3 is of other books than the first");

        Instant next = RUN.plus(Duration.ofHours(1));
        parts(next, 3).forEach(this::run);
        gather(next, 3).forEach(this::run);
        assertThat(breaks()).isEmpty();
    }

    @Test
    @Proves("G13")
    void aTradeOfTheDayThatIsHeardOfBetweenTwoPartsIsRefused() throws IOException {
        arrives(agreeing());
        parts(RUN, 3).stream().filter(job -> index(job) < 2).forEach(this::run);
        buy(desk, FILLS, "100");
        parts(RUN, 3).stream().filter(job -> index(job) == 2).forEach(this::run);

        refuses(RUN, "part 2 of 3 is of other books than the first");
    }

    @Test
    void aDayWithoutAFileWaitsAndOneThatComesBetweenTwoPartsIsRefused() throws IOException {
        parts(RUN, 3).forEach(this::run);
        assertThat(gather(RUN, 3).map(this::run).reduce(Tally.NONE, Tally::plus))
                .isEqualTo(new Tally(2, 0, 2, 0, 0));

        arrives(differing());
        parts(RUN, 3).stream().filter(job -> index(job) == 0).forEach(this::run);
        refuses(RUN, "part 1 of 3 is of other books than the first");
    }

    @Test
    @Proves({"G13", "X54"})
    void aFileOfAPartThatIsTornFailsTheGathering() throws IOException {
        arrives(differing());
        parts(RUN, 3).forEach(this::run);
        try (Stream<Path> files = Files.walk(folder.resolve("first"))) {
            for (Path file : files.filter(f -> f.endsWith("1-3.csv.gz")).toList()) {
                byte[] whole = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(whole, whole.length - 9));
            }
        }

        assertThat(gather(RUN, 3)).allMatch(this::fails);
        assertThat(breaks()).isEmpty();
    }

    @Test
    void aDayThatFailsInOnePartIsNotGathered() {
        desk = asked("failing");
        parts(RUN, 3).stream().filter(job -> index(job) != 1).forEach(this::run);
        desk.broker.executed = new Fetched.Failed<>("status 503");
        parts(RUN, 3).stream().filter(job -> index(job) == 1).forEach(this::run);

        refuses(RUN, "part 1 of 3 is of other books than the first");
    }

    /** The gathering of that account fails, is told, and has kept nothing. */
    private void refuses(Instant at, String why) {
        long failed = gather(at, 3).filter(this::fails).count();

        assertThat(failed).isPositive();
        assertThat(desk.books.alerts())
                .extracting(Alert::summary)
                .contains("trades of 2026-11-02 at paper are not compared: fund/main: " + why);
        assertThat(breaks()).isEmpty();
        assertThat(desk.ended("trades")).isEmpty();
    }

    private boolean fails(Job job) {
        try {
            var _ = run(job);
            return false;
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("was not gathered");
            return true;
        }
    }

    private List<Job> parts(Instant at, int of) {
        return IntStream.range(0, SLICES)
                .boxed()
                .flatMap(slice ->
                        IntStream.range(0, of)
                                .mapToObj(i -> job(slice, at, of, Optional.of(new Part(i, of)))))
                .toList();
    }

    private static Stream<Job> gather(Instant at, int of) {
        return IntStream.range(0, SLICES).mapToObj(slice -> job(slice, at, of, Optional.empty()));
    }

    private static Job job(int slice, Instant at, int of, Optional<Part> part) {
        Slice cut = new Slice("paper", slice, SLICES, Optional.of(new Parts(at, of, part)));
        return new Job(Job.Kind.TRADES, Optional.of(cut), false);
    }

    private static int index(Job job) {
        return job.slice()
                .flatMap(Slice::parts)
                .flatMap(Parts::part)
                .map(Part::index)
                .orElseThrow();
    }

    private Tally run(Job job) {
        return desk.handle(job, Duration.ofMinutes(5));
    }

    private Desk files(String name) {
        Desk opened =
                new Desk(
                        BooksConfigs.ofFills(folder.resolve("statements")),
                        ChainsConfigs.of(),
                        reportsIn(name));
        traded(opened);
        return opened;
    }

    private Desk asked(String name) {
        Desk opened = new Desk(BooksConfigs.of("days=1"), ChainsConfigs.of(), reportsIn(name));
        traded(opened);
        opened.broker.executed = new Fetched.Whole<>(reported(), RUN);
        return opened;
    }

    private ReportsConfig reportsIn(String name) {
        return ReportsConfigs.of("folder=" + folder.resolve(name));
    }

    /** Some trades on the second of November; it is an hour past its end. */
    private static void traded(Desk opened) {
        opened.keepsMain();
        opened.keeps(new Account("idle"), "P-2");
        for (int i = 0; i < FILLS; i++) {
            buy(opened, i, "1");
        }
        opened.clock.advance(Duration.between(Desk.START, RUN));
    }

    private static void buy(Desk at, int number, String quantity) {
        NewOrder order = Requests.buy("order-" + number, "100");
        at.heard(
                order.clOrdId().text(),
                Requests.executed(order, "fill-" + number, quantity, price(number)));
    }

    /** Two of each price. */
    private static String price(int number) {
        return Integer.toString(50_000 + number / 2);
    }

    /** What the broker reports: one trade less, and one of another quantity. */
    private static List<BrokerNews> reported() {
        return IntStream.range(0, FILLS)
                .filter(i -> i != 3)
                .<BrokerNews>mapToObj(i -> {
                    NewOrder order = Requests.buy("order-" + i, "100");
                    return Desk.news(
                            order,
                            "b-" + i,
                            Requests.executed(order, "fill-" + i, i == 8 ? "2" : "1", price(i)));
                })
                .toList();
    }

    private static List<String> agreeing() {
        return IntStream.range(0, FILLS).mapToObj(i -> row("fill-" + i, "1", price(i))).toList();
    }

    /** Seven differences; and a trade under another id, perhaps of another part, which is none. */
    private static List<String> differing() {
        List<String> rows = new ArrayList<>(agreeing());
        rows.set(10, row("renamed", "1", price(10)));
        rows.set(3, row("fill-3", "1.5", price(3)));
        rows.set(5, row("fill-5", "1", "49000"));
        rows.set(7, row("fill-7", "1", price(7)).replace("BTC-USD", "XBT"));
        rows.add(row("fill-8", "1", price(8)));
        rows.add(row("never", "3", "123"));
        rows.remove(row("fill-30", "1", price(30)));
        rows.remove(row("fill-33", "1", price(33)));
        return rows;
    }

    private static String row(String id, String quantity, String price) {
        return "%s,P-1,BTC-USD,B,%s,%s,USD,2026-11-02".formatted(id, quantity, price);
    }

    private void arrives(List<String> rows) throws IOException {
        arrives("20261102_fills.csv", rows);
    }

    private void arrives(String name, List<String> rows) throws IOException {
        Path there = Files.createDirectories(folder.resolve("statements/paper/2026-11-02"));
        String text =
                rows.stream()
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "ref,acct,pair,way,qty,px,ccy,day\n",
                                        "\nEND,%d\n".formatted(rows.size())));
        Path file = Files.writeString(there.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(desk.clock.instant()));
    }

    private List<Break> breaks() {
        return desk.breaks.list(Requests.FUND, Requests.MAIN, new BreakLog.Query(false, 100));
    }

    private List<String> causes() {
        return breaks().stream().map(b -> b.finding().cause().code()).toList();
    }
}
