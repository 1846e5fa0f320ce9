package dev.primegate.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.instrument.BrokerId;
import dev.primegate.proof.Proves;
import dev.primegate.statement.Statement.Book;
import dev.primegate.statement.StatementStore.Arrival;
import dev.primegate.statement.StatementStore.Fate;
import dev.primegate.statement.StatementStore.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder into which files of a day come, one after the other. */
class DayFilesTest {
    private static final BrokerId BROKER = new BrokerId("clear-street");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant FIRST = Instant.parse("2026-11-21T03:00:00Z");

    private final StatementReader reader = new ClearStreetStatements("account", Samples.SPELLINGS);

    @TempDir Path root;
    private StatementStore store;
    private DayFiles files;
    private int arrived;

    @BeforeEach
    void open() {
        store = new FolderStatements(root);
        files = new DayFiles(store, Clock.fixed(FIRST, ZoneOffset.UTC));
    }

    @Test
    @Proves("X53")
    void aCorrectedFileTakesThePlaceOfTheFirstAndBothAreKnown() throws IOException {
        StatementFile first = Samples.clearStreet("account", "trade", Samples.TRADES);
        StatementFile corrected =
                Samples.clearStreet("account", "trade", Samples.TRADES.replace("187.25", "187.26"));
        arrive(first);
        arrive(corrected);

        DayBooks books = read();
        assertThat(books.statements())
                .extracting(Statement::file)
                .containsExactly(corrected.name());
        assertThat(books.newest()).isEqualTo(FIRST.plusSeconds(2));
        assertThat(fates()).containsEntry(first.name(), List.of(Fate.SUPERSEDED));
        assertThat(fates()).containsEntry(corrected.name(), List.of(Fate.READ));

        assertThat(read()).isEqualTo(books);
        assertThat(fates()).containsEntry(first.name(), List.of(Fate.SUPERSEDED));
    }

    @Test
    @Proves("X53")
    void theFirstIsMarkedReadAndLaterSuperseded() throws IOException {
        StatementFile first = Samples.clearStreet("account", "trade", Samples.TRADES);
        arrive(first);
        assertThat(read().has(Book.TRADES)).isTrue();
        arrive(Samples.clearStreet("account", "trade", Samples.TRADE_HEADING + "\n"));

        assertThat(read().lines(TradeLine.class)).isEmpty();
        assertThat(fates()).containsEntry(first.name(), List.of(Fate.READ, Fate.SUPERSEDED));
    }

    @Test
    @Proves({"X53", "X54"})
    void aTornCorrectionTakesNobodysPlace() throws IOException {
        StatementFile first = Samples.clearStreet("account", "trade", Samples.TRADES);
        arrive(first);
        StatementFile torn =
                Samples.file(
                        Samples.clearStreet("account", "trade", Samples.TRADES + "x").name(),
                        Samples.TRADES);
        Files.write(folder().resolve(torn.name()), Samples.bytes("torn"));

        DayBooks books = read();

        assertThat(books.statements()).extracting(Statement::file).containsExactly(first.name());
        assertThat(books.refused()).extracting(DayBooks.Refusal::file).containsExactly(torn.name());
        assertThat(fates()).containsEntry(torn.name(), List.of(Fate.REFUSED));
    }

    @Test
    @Proves("X53")
    void theSameFileAgainCountsOnce() throws IOException {
        StatementFile first = Samples.clearStreet("account", "trade", Samples.TRADES);
        arrive(first);
        arrive(new StatementFile("again.csv", Samples.bytes(Samples.TRADES)));

        assertThat(read().lines(TradeLine.class)).hasSize(3);
        assertThat(fates()).containsEntry("again.csv", List.of(Fate.DUPLICATE));
    }

    @Test
    void allThatIsPackedTogetherCountsOrNoneOfIt() throws IOException {
        StatementFile trades = Samples.clearStreet("account", "trade", Samples.TRADES);
        StatementFile positions = Samples.clearStreet("account", "position", Samples.POSITIONS);
        Map<String, byte[]> packed = new TreeMap<>();
        packed.put(trades.name(), Samples.bytes(Samples.TRADES));
        packed.put(positions.name(), Samples.bytes(Samples.POSITIONS));
        arrive(new StatementFile("day.zip", Samples.zip(packed)));
        assertThat(read().has(Book.HOLDINGS)).isTrue();

        packed.put(positions.name(), Samples.bytes("torn"));
        Files.write(folder().resolve("day.zip"), Samples.zip(packed));
        assertThat(read().statements()).isEmpty();
    }

    @Test
    void aDayWithoutFilesHasNoBooksAndAFileOfAnotherDayIsRefused() throws IOException {
        assertThat(read().has(Book.TRADES)).isFalse();
        StatementFile other =
                Samples.clearStreet(
                        "account", "trade", Samples.TRADES.replace("20261120", "20261119"));
        arrive(
                Samples.file(
                        other.name().replace("20261120", "20261119"),
                        Samples.TRADES.replace("20261120", "20261119")));

        assertThat(read().refused())
                .extracting(DayBooks.Refusal::why)
                .containsExactly("it is of 2026-11-19");
    }

    @Test
    @Proves("X54")
    void whatWasRefusedIsReadWhenItComesUnderItsRightName() throws IOException {
        StatementFile right = Samples.clearStreet("account", "trade", Samples.TRADES);
        String wrong = right.name().replace("20261120", "20261119");
        arrive(Samples.file(wrong, Samples.TRADES));
        arrive(right);

        DayBooks books = read();

        assertThat(books.refused()).extracting(DayBooks.Refusal::file).containsExactly(wrong);
        assertThat(books.statements()).extracting(Statement::file).containsExactly(right.name());
    }

    @Test
    void whatIsHiddenPushesNoFileOutAndTooManyAreRefused() throws IOException {
        Files.createDirectories(folder());
        for (int i = 0; i < 1_000; i++) {
            Files.createFile(folder().resolve("f" + i));
            Files.createFile(folder().resolve(".f" + i));
        }
        assertThat(store.list(BROKER, DAY)).hasSize(1_000);

        Files.createFile(folder().resolve("z"));
        assertThatThrownBy(() -> store.list(BROKER, DAY)).hasMessageContaining("too many files");
    }

    @Test
    void aLinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "x");
        Files.createDirectories(folder());
        Files.createSymbolicLink(folder().resolve("link.csv"), secret);

        assertThat(store.list(BROKER, DAY)).isEmpty();
    }

    @Test
    void ofAFileOnlyWhatIsWantedIsKeptAndItIsTheSameFile() throws IOException {
        StatementFile first = Samples.clearStreet("account", "trade", Samples.TRADES);
        arrive(first);
        DayBooks whole = read();
        TradeLine wanted = whole.lines(TradeLine.class).getFirst();

        DayBooks part = files.read(BROKER, DAY, reader, wanted::equals);

        assertThat(part.lines(TradeLine.class)).containsExactly(wanted);
        assertThat(part.accounts()).containsExactlyElementsOf(whole.accounts().toList());
        assertThat(part.version()).isEqualTo(whole.version());
        assertThat(store.history(store.list(BROKER, DAY).getFirst())).hasSize(1);

        arrive(Samples.clearStreet("account", "trade", Samples.TRADES.replace("187.25", "187.26")));
        assertThat(read().version()).isNotEqualTo(whole.version());
    }

    private DayBooks read() {
        return files.read(BROKER, DAY, reader);
    }

    private Path folder() {
        return root.resolve("clear-street").resolve("2026-11-20");
    }

    private void arrive(StatementFile file) throws IOException {
        Files.createDirectories(folder());
        Path path = folder().resolve(file.name());
        try (var content = file.open()) {
            Files.write(path, content.readAllBytes());
        }
        arrived++;
        Files.setLastModifiedTime(path, FileTime.from(FIRST.plusSeconds(arrived)));
    }

    private Map<String, List<Fate>> fates() {
        Map<String, List<Fate>> fates = new TreeMap<>();
        for (Arrival arrival : store.list(BROKER, DAY)) {
            fates.put(arrival.name(), store.history(arrival).stream().map(Mark::fate).toList());
        }
        return fates;
    }
}
