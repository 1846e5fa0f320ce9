package dev.primegate.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.instrument.BrokerId;
import dev.primegate.statement.StatementFile;
import dev.primegate.statement.StatementStore;
import dev.primegate.statement.StatementStore.Arrival;
import dev.primegate.statement.StatementStore.Fate;
import dev.primegate.statement.StatementStore.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real client of S3, over HTTP. */
class BucketStatementsTest {
    private static final BrokerId BROKER = new BrokerId("clear-street");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");
    private static final String FOLDER = "statements/clear-street/2026-11-20/";

    private BucketServer server;
    private final List<Duration> waited = new ArrayList<>();
    private StatementStore store;

    @BeforeEach
    void open() throws IOException {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty("aws.region", "us-east-1");
        server = new BucketServer();
        store =
                new BucketStatements(
                        new Bucket(
                                new BucketAddress("desk", Optional.of(server.address())),
                                waited::add));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatArrivedIsListedByTimeThenByNameWhateverThePages() {
        put("b.csv", "later", AT.plusSeconds(1));
        put("c.csv", "same time", AT);
        put("a.csv", "same time", AT);
        put(".upload", "is still written", AT);
        put("old/a.csv", "in a folder of its own", AT);
        server.put("statements/clear-street/2026-11-21/d.csv", new byte[1], AT);

        assertThat(store.list(BROKER, DAY))
                .extracting(Arrival::name)
                .containsExactly("a.csv", "c.csv", "b.csv");
        assertThat(store.list(BROKER, DAY).getFirst())
                .isEqualTo(new Arrival(BROKER, DAY, "a.csv", AT, "same time".length()));
        assertThat(store.list(BROKER, DAY.minusDays(1))).isEmpty();
    }

    @Test
    void aDayWithMoreFilesThanAnybodySendsIsNotRead() {
        for (int i = 0; i <= StatementStore.MOST_FILES; i++) {
            put("%04d.csv".formatted(i), "row", AT);
        }

        assertThatThrownBy(() -> store.list(BROKER, DAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too many");
    }

    @Test
    void aFileIsReadWhole() {
        put("a b+ü.csv", "one,two\n", AT);

        StatementFile file = store.read(store.list(BROKER, DAY).getFirst());

        assertThat(file.name()).isEqualTo("a b+ü.csv");
        assertThat(file.size()).isEqualTo(8);
    }

    @Test
    void oneThatIsTooLongOrGoneIsAnError() {
        server.put(FOLDER + "long.csv", new byte[StatementFile.MOST_BYTES + 1], AT);
        Arrival arrival = store.list(BROKER, DAY).getFirst();

        assertThatThrownBy(() -> store.read(arrival))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("longer than");
        server.objects().clear();
        assertThatThrownBy(() -> store.read(arrival)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whatBecameOfAFileIsWrittenOnceAndNeverOver() {
        put("a.csv", "row", AT);
        Arrival arrival = store.list(BROKER, DAY).getFirst();
        Mark read = new Mark(AT, Fate.READ, "ab12", "1 rows, \"0\" quarantined");
        Mark superseded = new Mark(AT.plusSeconds(60), Fate.SUPERSEDED, "ab12", "by b.csv");

        store.mark(arrival, read);
        store.mark(arrival, new Mark(AT.plusSeconds(9), read.fate(), read.hash(), read.why()));
        store.mark(arrival, superseded);

        assertThat(store.history(arrival)).isEqualTo(List.of(read, superseded));
        assertThat(store.list(BROKER, DAY)).hasSize(1);
    }

    @Test
    void ofTwoRunsThatMarkAtOnceTheSecondAddsNothing() {
        put("a.csv", "row", AT);
        Arrival arrival = store.list(BROKER, DAY).getFirst();
        Mark read = new Mark(AT, Fate.READ, "ab12", "1 rows");
        Mark refused = new Mark(AT, Fate.REFUSED, "", "it is gone");
        server.putUnseen(
                "marks/clear-street/2026-11-20/a.csv/000001",
                "%s,READ,ab12,1 rows\n".formatted(AT).getBytes(StandardCharsets.UTF_8));

        store.mark(arrival, read);
        assertThat(store.history(arrival)).containsExactly(read);

        server.putUnseen(
                "marks/clear-street/2026-11-20/a.csv/000002",
                "%s,READ,cd34,2 rows\n".formatted(AT).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> store.mark(arrival, refused))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.history(arrival)).hasSize(2).doesNotContain(refused);
    }

    @Test
    void whatFailsOnceIsAskedAgainAndWhatKeepsFailingIsAnError() {
        put("a.csv", "row", AT);
        server.failNext(2);
        assertThat(store.list(BROKER, DAY)).hasSize(1);
        assertThat(waited).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));

        server.failNext(3);
        assertThatThrownBy(() -> store.list(BROKER, DAY))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("503");
        server.failNext(0);
    }

    @Test
    void aListThatIsNotWholeIsNoEmptyOne() {
        for (String body :
                List.of(
                        "<ListBucketResult></ListBucketResult>",
                        "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>",
                        "<ListBucketResult><IsTruncated>false</IsTruncated>",
                        "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a</Key></Contents></ListBucketResult>",
                        "Service Unavailable")) {
            assertThatThrownBy(() -> BucketPage.read(body.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void everyCallIsSignedForTheBucketsService() {
        put("a.csv", "row", AT);
        store.list(BROKER, DAY);

        assertThat(server.signatures())
                .isNotEmpty()
                .allMatch(signature ->
                        signature.startsWith("AWS4-HMAC-SHA256 Credential=test/")
                                && signature.contains("/us-east-1/s3/aws4_request"));
    }

    private void put(String name, String content, Instant at) {
        server.put(FOLDER + name, content.getBytes(StandardCharsets.UTF_8), at);
    }
}
