package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakLog;
import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.BreakStep;
import dev.primegate.breaks.Reason;
import dev.primegate.broker.Fetched;
import dev.primegate.order.NewOrder;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a day: a broker's trades and positions, reported or in files, against ours. */
class CompareBooksTest {
    private static final String HEADING = "ref,acct,pair,way,qty,px,ccy,day\n";
    private static final String FILL = "fill-1,P-1,BTC-USD,B,1,50000,USD,2026-11-02\n";

    @TempDir Path folder;
    private Desk desk;

    @BeforeEach
    void oneTrade() {
        open(new Desk(BooksConfigs.of("days=1")));
    }

    @Test
    @Proves("G13")
    void aReportedDifferenceOpensABreakOnceAndItsEndClosesIt() {
        reports("0.9");
        assertThat(run(Job.Kind.TRADES)).isEqualTo(new Tally(1, 1, 0, 0, 0));
        assertThat(causes()).containsExactly("quantity");

        assertThat(run(Job.Kind.TRADES)).isEqualTo(new Tally(1, 0, 1, 0, 0));
        assertThat(causes()).containsExactly("quantity");

        desk.clock.advance(Duration.ofHours(1));
        reports("1");
        assertThat(run(Job.Kind.TRADES)).isEqualTo(new Tally(1, 1, 0, 0, 0));
        assertThat(causes()).isEmpty();
    }

    @Test
    @Proves("G13")
    void aReportThatFailsIsNoReportOfNothing() {
        desk.broker.executed = new Fetched.Failed<>("status 503");

        assertThat(run(Job.Kind.TRADES)).isEqualTo(new Tally(1, 0, 0, 0, 1));

        assertThat(causes()).isEmpty();
        assertThat(desk.rules()).contains("books-not-compared");
    }

    @Test
    void aTradeThatTheBrokerDoesNotReportIsMissingThere() {
        desk.broker.executed = new Fetched.Whole<>(List.of(), desk.clock.instant());

        var _ = run(Job.Kind.TRADES);

        assertThat(causes()).containsExactly("missing-at-broker");
    }

    @Test
    @Proves({"X53", "J8"})
    void aFileThatIsLateIsToldAndComparedWhenItComes() throws IOException {
        withFiles();
        assertThat(run(Job.Kind.TRADES)).isEqualTo(new Tally(1, 0, 1, 0, 0));
        assertThat(told("statement-late")).isEmpty();

        desk.clock.advance(Duration.ofHours(11).plusSeconds(1));
        var _ = run(Job.Kind.TRADES);
        assertThat(told("statement-late")).containsExactly(Alert.Action.TRIGGER);

        arrives("20261102_fills.csv", HEADING + FILL + "END,1\n");
        assertThat(run(Job.Kind.TRADES)).isEqualTo(new Tally(1, 0, 0, 0, 0));
        assertThat(told("statement-late"))
                .containsExactlyInAnyOrder(Alert.Action.TRIGGER, Alert.Action.RESOLVE);
        assertThat(causes()).isEmpty();
    }

    @Test
    @Proves({"X54", "J7"})
    void aTornFileCountsNothingAndABadRowIsToldByItsLine() throws IOException {
        withFiles();
        arrives("20261102_fills.csv", HEADING + FILL);
        assertThat(run(Job.Kind.TRADES)).isEqualTo(new Tally(1, 0, 1, 0, 0));
        assertThat(causes()).isEmpty();
        assertThat(desk.rules()).containsExactly("statement-refused");

        arrives(
                "20261102_fills.csv",
                HEADING + FILL + FILL.replace("fill-1", "x").replace(",1,", ",many,") + "END,2\n");
        assertThat(run(Job.Kind.TRADES)).isEqualTo(new Tally(1, 0, 0, 0, 0));
        assertThat(
                        desk.books.alerts().stream()
                                .filter(a -> a.rule().equals("statement-rows-quarantined"))
                                .map(Alert::summary))
                .containsExactly(
                        "1 rows of 2026-11-02 at paper cannot be read; line 3 of"
                                + " 20261102_fills.csv: qty is no number: many");
    }

    @Test
    @Proves("X52")
    void whoClosedABreakIsNotContradictedByTheSameBooks() throws IOException {
        withFiles();
        arrives("20261102_fills.csv", HEADING + FILL.replace("50000", "50001") + "END,1\n");
        var _ = run(Job.Kind.TRADES);
        assertThat(causes()).containsExactly("price");
        var _ =
                desk.breaks.apply(
                        open().getFirst().id(),
                        new BreakStep.Close(
                                "jane", desk.clock.instant(), Reason.ACCEPTED_LOSS, "ticket 7"));

        desk.clock.advance(Duration.ofHours(1));
        var _ = run(Job.Kind.TRADES);

        assertThat(causes()).isEmpty();
    }

    @Test
    @Proves("X53")
    void aCorrectedFileEndsWhatTheFirstBegan() throws IOException {
        withFiles();
        arrives("20261102_fills.csv", HEADING + FILL.replace("50000", "50001") + "END,1\n");
        var _ = run(Job.Kind.TRADES);
        desk.clock.advance(Duration.ofHours(1));
        arrives("20261102_fills_2.csv", HEADING + FILL + "END,1\n");

        var _ = run(Job.Kind.TRADES);

        assertThat(causes()).isEmpty();
    }

    @Test
    void linesOfAnAccountThatIsNobodysAreTold() throws IOException {
        withFiles();
        arrives("20261102_fills.csv", HEADING + FILL + FILL.replace("P-1", "P-2") + "END,2\n");

        var _ = run(Job.Kind.TRADES);

        assertThat(desk.rules()).containsExactly("statement-account-unknown");
    }

    @Test
    void positionsOfAFileAreHeldAgainstTheTapeOfThatDay() throws IOException {
        withFiles();
        arrives("20261102_held.csv", "acct,pair,held\nP-1,BTC-USD,1\nEND,1,\n");
        assertThat(run(Job.Kind.POSITIONS)).isEqualTo(new Tally(1, 0, 0, 0, 0));

        desk.clock.advance(Duration.ofHours(1));
        arrives("20261102_held_2.csv", "acct,pair,held\nP-1,BTC-USD,0.4\nEND,1,\n");
        var _ = run(Job.Kind.POSITIONS);
        assertThat(causes()).containsExactly("quantity");

        desk.clock.advance(Duration.ofHours(1));
        arrives("20261102_held_3.csv", "acct,pair,held\nP-1,BTC-USD,some\nEND,1,\n");
        assertThat(run(Job.Kind.POSITIONS)).isEqualTo(new Tally(1, 0, 0, 0, 1));
        // Of a row that cannot be read nobody knows that it is flat.
        assertThat(causes()).containsExactly("quantity");
    }

    @Test
    void positionsAreNotComparedWhileAFileOfTheDayIsRefused() throws IOException {
        withFiles();
        arrives("20261102_held.csv", "acct,pair,held\nP-2,BTC-USD,1\nEND,1,\n");
        arrives("20261102_held_2.csv", "acct,pair,held\nP-1,BTC-USD,1\n");

        assertThat(run(Job.Kind.POSITIONS)).isEqualTo(new Tally(1, 0, 0, 0, 1));
        assertThat(causes()).isEmpty();
    }

    @Test
    @Proves("G13")
    void whatMoneyMovedBetweenTwoStatementsIsHeldAgainstOurTrades() throws IOException {
        withMoney();
        arrives("2026-11-01", "20261101_money.csv", "acct,ccy,held\nP-1,USD,70000\nEND,1,\n");
        arrives("2026-11-02", "20261102_money.csv", "acct,ccy,held\nP-1,USD,19999.98\nEND,1,\n");
        assertThat(run(Job.Kind.POSITIONS).failed()).isZero();
        assertThat(causes()).isEmpty();

        desk.clock.advance(Duration.ofHours(1));
        arrives("2026-11-02", "20261102_money_2.csv", "acct,ccy,held\nP-1,USD,19998.98\nEND,1,\n");
        var _ = run(Job.Kind.POSITIONS);
        assertThat(causes()).containsExactly("quantity");
        assertThat(open().getFirst().finding().atStake().toString()).isEqualTo("1 USD");
        assertThat(open().getFirst().scope().subject()).isEqualTo(BreakScope.Subject.CASH);

        desk.clock.advance(Duration.ofHours(1));
        arrives("2026-11-02", "20261102_money_3.csv", "acct,ccy,held\nP-1,USD,some\nEND,1,\n");
        assertThat(run(Job.Kind.POSITIONS).failed()).isEqualTo(1);
        assertThat(causes()).containsExactly("quantity");
    }

    @Test
    void moneyOfTheFirstStatementIsComparedWithNothing() throws IOException {
        withMoney();
        arrives("2026-11-02", "20261102_money.csv", "acct,ccy,held\nP-1,USD,19999\nEND,1,\n");

        assertThat(run(Job.Kind.POSITIONS).failed()).isZero();

        assertThat(causes()).isEmpty();
    }

    /** A broker that keeps coins and money alike, and says what there is of each. */
    @Test
    @Proves({"I7", "G13"})
    void whatCoinsAndMoneyMovedBetweenTwoSavedAnswersIsHeldAgainstOurTrades() throws IOException {
        open(
                new Desk(
                        BooksConfigs.of(
                                "days=1",
                                "folder=" + folder,
                                "brokers.paper.files.format=falconx")));
        arrives("2026-11-01", "20261101_P-1_balances.json", balances("70000", "0.5"));
        arrives("2026-11-02", "20261102_P-1_balances.json", balances("19999.98", "1.5"));
        assertThat(run(Job.Kind.POSITIONS).failed()).isZero();
        assertThat(causes()).isEmpty();

        // A coin is not rounded to the cent, and one that is not named is not there.
        desk.clock.advance(Duration.ofHours(1));
        arrives("2026-11-02", "20261102_P-1_balances.json", balances("19999.98", "1.499"));
        var _ = run(Job.Kind.POSITIONS);
        assertThat(causes()).containsExactly("quantity");
        assertThat(open().getFirst().finding().key()).isEqualTo("BTC traded");

        desk.clock.advance(Duration.ofHours(1));
        arrives("2026-11-01", "20261101_P-1_balances.json", balances("70000"));
        arrives("2026-11-02", "20261102_P-1_balances.json", balances("19999.98"));
        var _ = run(Job.Kind.POSITIONS);
        assertThat(causes()).containsExactly("quantity");
        assertThat(open().getFirst().finding().evidence().differences())
                .extracting(d -> d.field() + " " + d.ours() + " " + d.brokers())
                .containsExactly("traded 1 0");
    }

    private static String balances(String dollars, String... coins) {
        String rows =
                Stream.concat(
                                Stream.of("{'token': 'USD', 'balance': %s}".formatted(dollars)),
                                Stream.of(coins).map("{'token': 'BTC', 'balance': %s}"::formatted))
                        .collect(Collectors.joining(", ", "[", "]"));
        return rows.replace('\'', '"');
    }

    private void withMoney() {
        open(
                new Desk(
                        BooksConfigs.of(
                                "days=1",
                                "folder=" + folder,
                                "brokers.paper.files.format=csv",
                                "brokers.paper.files.within=12h",
                                "brokers.paper.files.mappings[0].name=money",
                                "brokers.paper.files.mappings[0].file-name"
                                        + "=(?<day>[0-9]{8})_money(_[0-9])?[.]csv",
                                "brokers.paper.files.mappings[0].book=cash",
                                "brokers.paper.files.mappings[0].columns.account=acct",
                                "brokers.paper.files.mappings[0].columns.currency=ccy",
                                "brokers.paper.files.mappings[0].columns.traded=held",
                                "brokers.paper.files.mappings[0].trailer=END")));
    }

    private void withFiles() {
        open(
                new Desk(
                        BooksConfigs.ofFills(
                                folder,
                                "brokers.paper.files.mappings[1].name=held",
                                "brokers.paper.files.mappings[1].file-name"
                                        + "=(?<day>[0-9]{8})_held(_[0-9])?[.]csv",
                                "brokers.paper.files.mappings[1].book=holdings",
                                "brokers.paper.files.mappings[1].columns.account=acct",
                                "brokers.paper.files.mappings[1].columns.instrument=pair",
                                "brokers.paper.files.mappings[1].columns.traded=held",
                                "brokers.paper.files.mappings[1].trailer=END")));
    }

    /** One coin was bought on the second of November; it is an hour past its end. */
    private void open(Desk opened) {
        desk = opened;
        desk.keepsMain();
        NewOrder order = Requests.buy("held", "1");
        desk.heard("held", Requests.executed(order, "fill-1", "1", "50000"));
        desk.clock.advance(Duration.between(Desk.START, Instant.parse("2026-11-03T01:00:00Z")));
    }

    private void reports(String quantity) {
        NewOrder order = Requests.buy("held", "1");
        desk.broker.executed =
                new Fetched.Whole<>(
                        List.of(
                                Desk.news(
                                        order,
                                        "b-1",
                                        Requests.executed(order, "fill-1", quantity, "50000"))),
                        desk.clock.instant());
    }

    private void arrives(String name, String text) throws IOException {
        arrives("2026-11-02", name, text);
    }

    private void arrives(String day, String name, String text) throws IOException {
        Path there = Files.createDirectories(folder.resolve("paper").resolve(day));
        Path file = Files.writeString(there.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(desk.clock.instant()));
    }

    private Tally run(Job.Kind job) {
        return desk.run(job);
    }

    private List<Break> open() {
        return desk.breaks.list(Requests.FUND, Requests.MAIN, new BreakLog.Query(false, 10));
    }

    private List<String> causes() {
        return open().stream().map(b -> b.finding().cause().code()).toList();
    }

    private List<Alert.Action> told(String rule) {
        return desk.books.alerts().stream()
                .filter(a -> a.rule().equals(rule))
                .map(Alert::action)
                .toList();
    }
}
