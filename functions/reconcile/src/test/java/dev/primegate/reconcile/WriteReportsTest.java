package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.RateDay;
import dev.primegate.broker.RateLimit;
import dev.primegate.ledger.MarginState;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of a day, as files. */
class WriteReportsTest {
    private static final LocalDate DAY = LocalDate.ofInstant(Desk.START, ZoneOffset.UTC);
    private static final Instant MIDNIGHT =
            DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final String LONG_ID = "12345678901234567890";

    @TempDir Path folder;

    @Test
    @Proves({"G2", "G3", "G4"})
    void eachReportOfADayIsWrittenForPeopleAndForPrograms() throws IOException {
        Desk desk = desk("folder=" + folder);
        traded(desk, LONG_ID);
        desk.books.margins().record(PaperRecords.PAPER, margin(MIDNIGHT.minusSeconds(60)));
        counted(desk);
        at(desk, MIDNIGHT.plusSeconds(60));

        Tally tally = desk.run(Job.Kind.REPORTS);

        assertThat(tally.moved()).isEqualTo(15);
        assertThat(names(folder.resolve("fund").resolve(DAY.toString())))
                .isEqualTo(
                        Stream.of("blotter", "pnl", "margin", "rates", "recon")
                                .flatMap(name -> Stream.of(name + ".csv", name + ".json"))
                                .map(name -> name.replace(".", "-" + DAY + "."))
                                .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(text("blotter", "csv")).contains("\"=\"\"" + LONG_ID + "\"\"\"");
        assertThat(text("blotter", "json")).contains("\"execId\":\"" + LONG_ID + "\"");
        assertThat(text("margin", "json"))
                .contains("\"broker\":\"paper\"", "\"usagePercent\":\"25\"");
        assertThat(text("rates", "json"))
                .contains("\"calls\":\"120\"", "\"peakUsedPercent\":\"20\"");
        // What is held is worth what it was worth as the day ended, and ties to the cash paid.
        assertThat(text("pnl", "json"))
                .contains("\"mark\":\"61000\"", "\"cash\":\"-60000\"", "\"totalPnl\":\"1000\"");
    }

    @Test
    @Proves("G2")
    void aSecondRunWritesNothingAndLateNewsWritesItsReportsAnew() throws IOException {
        Desk desk = desk("folder=" + folder);
        traded(desk, "first");
        at(desk, MIDNIGHT.plusSeconds(60));
        var _ = desk.run(Job.Kind.REPORTS);
        desk.clock.advance(Duration.ofHours(1));

        assertThat(desk.run(Job.Kind.REPORTS)).isEqualTo(new Tally(15, 0, 0, 0, 0));

        traded(desk, "late");
        assertThat(desk.run(Job.Kind.REPORTS)).isEqualTo(new Tally(15, 2, 0, 0, 0));
        assertThat(text("blotter", "json")).contains("first", "late");
        // The price that the day ended with is still known.
        assertThat(text("pnl", "json")).contains("\"mark\":\"61000\"", "\"totalPnl\":\"2000\"");
    }

    @Test
    void aPriceOfLaterInTheDayIsNotThatOfItsBeginning() throws IOException {
        Desk desk = desk("folder=" + folder);
        traded(desk, "held");
        at(desk, MIDNIGHT.plus(Duration.ofMinutes(16)));

        var _ = desk.run(Job.Kind.REPORTS);

        assertThat(desk.books.closes().of(DAY)).isEmpty();
        assertThat(text("pnl", "json"))
                .contains("\"realisedPnl\":\"0\"")
                .doesNotContain("unrealisedPnl");
    }

    @Test
    void whereNoPlaceIsNamedPricesAreKeptAndNothingIsWritten() {
        Desk desk = desk();
        at(desk, MIDNIGHT.plusSeconds(60));

        assertThat(desk.run(Job.Kind.REPORTS)).isEqualTo(Tally.NONE);

        assertThat(desk.books.closes().of(DAY)).containsOnlyKeys(Requests.BTC);
        assertThat(desk.ended("reports")).isPresent();
    }

    /** So that the run is missed, and somebody hears of it; the other reports are there. */
    @Test
    void aReportThatCannotBeWrittenFailsTheRunAndNotTheOthers() throws IOException {
        Desk desk = desk("folder=" + folder);
        traded(desk, "held");
        at(desk, MIDNIGHT.plusSeconds(60));
        Path taken = folder.resolve("fund").resolve(DAY.toString());
        Files.createDirectories(taken.resolve("pnl-" + DAY + ".csv").resolve("in the way"));

        assertThatThrownBy(() -> desk.run(Job.Kind.REPORTS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1 reports were not written");

        assertThat(text("blotter", "json")).contains("held");
        assertThat(text("recon", "csv")).contains("cause");
        assertThat(desk.ended("reports")).isEmpty();
    }

    private static Desk desk(String... reports) {
        Desk desk = new Desk(BooksConfigs.of(), ChainsConfigs.of(), ReportsConfigs.of(reports));
        desk.keepsMain();
        return desk;
    }

    /** One bought at 60000. */
    private static void traded(Desk desk, String id) {
        var _ =
                desk.heard(
                        "order-" + id,
                        Requests.executed(Requests.buy("order-" + id, "1"), id, "1", "60000"));
    }

    private static void counted(Desk desk) {
        RateLimit limit = new RateLimit("standard", 10, 20);
        RateDay day =
                RateDay.begin(PaperRecords.PAPER, DAY, limit)
                        .with(Desk.START, Collections.nCopies(60, 2), limit);
        assertThat(desk.books.rateDays().replace(Optional.empty(), day)).isTrue();
    }

    /** When the price is 61000. */
    private static void at(Desk desk, Instant now) {
        desk.clock.advance(Duration.between(desk.clock.instant(), now));
        desk.books.references().publish(Requests.BTC, Requests.price("61000", now));
    }

    private static MarginState margin(Instant at) {
        return new MarginState(
                MarginState.Model.CROSS,
                MarginState.Level.CLEAR,
                Set.of(),
                Optional.of(new Money(Decimal10.of("100"), new Asset("USD"))),
                Optional.of(new Money(Decimal10.of("300"), new Asset("USD"))),
                at,
                "GET /margin");
    }

    private String text(String report, String form) throws IOException {
        return Files.readString(
                folder.resolve("fund")
                        .resolve(DAY.toString())
                        .resolve("%s-%s.%s".formatted(report, DAY, form)));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
