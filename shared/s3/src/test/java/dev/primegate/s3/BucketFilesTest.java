package dev.primegate.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.order.Tenant;
import dev.primegate.report.FileStore;
import dev.primegate.report.ReportStore;
import dev.primegate.report.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are written here, by the real client of S3, over HTTP. */
class BucketFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String PLACE = "reports/fund/2026-11-20/rates-2026-11-20.";

    private BucketServer server;
    private FileStore files;
    private ReportStore store;

    @BeforeEach
    void open() throws IOException {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty("aws.region", "us-east-1");
        server = new BucketServer();
        files =
                new BucketFiles(
                        new Bucket(
                                new BucketAddress("desk", Optional.of(server.address())),
                                length -> {}),
                        "reports/");
        store = new ReportStore(files);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aReportLiesUnderItsTenantAndDayInBothForms() {
        assertThat(store.keep(new Tenant("fund"), DAY, table("5"))).isTrue();

        assertThat(server.objects()).containsOnlyKeys(PLACE + "csv", PLACE + "json");
        assertThat(content(PLACE + "json"))
                .isEqualTo(
                        "{\"report\":\"rates-2026-11-20\",\"rows\":[{\"id\":\"00123\",\"calls\":\"5\"}]}\n");
        assertThat(content(PLACE + "csv")).contains("id,calls", "\"=\"\"00123\"\"\",5");
    }

    @Test
    void theSameAgainIsNotWrittenAndWhatDiffersReplaces() {
        var _ = store.keep(new Tenant("fund"), DAY, table("5"));
        int calls = server.signatures().size();
        assertThat(store.keep(new Tenant("fund"), DAY, table("5"))).isFalse();
        // Each of two files is listed and read.
        assertThat(server.signatures()).hasSize(calls + 4);

        assertThat(store.keep(new Tenant("fund"), DAY, table("6"))).isTrue();

        assertThat(content(PLACE + "csv")).contains(",6");
    }

    private String content(String key) {
        return Objects.requireNonNull(server.objects().get(key), key).content();
    }

    @Test
    void whatPassesIsTriedAgainAndWhatStaysIsToldAsSuch() {
        server.failNext(2);
        assertThat(files.keep("fund/a.csv", "a".getBytes(StandardCharsets.UTF_8))).isTrue();

        server.failNext(100);
        assertThatThrownBy(() -> files.keep("fund/a.csv", new byte[0]))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("503");
    }

    @Test
    void whatWasKeptIsFoundUnderItsWholePathAlone() {
        var _ = files.keep("fund/a.csv", "a".getBytes(StandardCharsets.UTF_8));

        assertThat(files.find("fund/a.csv"))
                .hasValueSatisfying(content -> assertThat(content).asString().isEqualTo("a"));
        assertThat(files.find("fund/a")).isEmpty();
        assertThat(files.find("fund/b.csv")).isEmpty();
    }

    private static Table table(String calls) {
        return new Table(
                "rates-" + DAY,
                List.of(new Table.Column("id", false), new Table.Column("calls", true)),
                List.of(List.of("00123", calls)));
    }
}
