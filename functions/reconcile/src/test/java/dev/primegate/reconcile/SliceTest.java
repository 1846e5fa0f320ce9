package dev.primegate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.broker.Fetched;
import dev.primegate.comparison.Part;
import dev.primegate.order.Account;
import dev.primegate.order.NewOrder;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day of trades that is compared in parts. */
class SliceTest {
    private static final int ACCOUNTS = 20;

    private final Desk desk = new Desk(BooksConfigs.of("days=1"));

    /** None of them traded, but for one whose trade the broker does not report. */
    @BeforeEach
    void manyAccounts() {
        for (int i = 1; i < ACCOUNTS; i++) {
            desk.keeps(new Account("account-" + i), "P-" + (i + 1));
        }
        desk.keepsMain();
        NewOrder order = Requests.buy("held", "1");
        desk.heard("held", Requests.executed(order, "fill-1", "1", "50000"));
        desk.broker.executed = new Fetched.Whole<>(List.of(), desk.clock.instant());
        desk.clock.advance(Duration.between(Desk.START, Instant.parse("2026-11-03T01:00:00Z")));
    }

    @Test
    void theSlicesOfABrokerHaveEachAccountOnce() {
        Tally tally =
                IntStream.range(0, 4)
                        .mapToObj(index -> run(slice("paper", index, 4)))
                        .reduce(Tally.NONE, Tally::plus);

        assertThat(tally).isEqualTo(new Tally(ACCOUNTS, 1, 0, 0, 0));
        assertThat(run(slice("paper", 0, 4)).looked()).isLessThan(ACCOUNTS).isPositive();
        assertThat(run(slice("another", 0, 1))).isEqualTo(Tally.NONE);
    }

    @Test
    void onlyTheWholeHasEnded() {
        var _ = run(slice("paper", 0, 1));
        assertThat(desk.ended("trades")).isEmpty();

        var _ = run(new Job(Job.Kind.TRADES, Optional.empty(), true));
        assertThat(desk.ended("trades")).contains(desk.clock.instant());
    }

    @Test
    void aSliceThatCameToItsDeadlineHasFailed() {
        assertThatThrownBy(() -> desk.handle(slice("paper", 0, 1), Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("paper/0/1");
    }

    @Test
    void itIsAskedForInJson() throws JsonProcessingException {
        assertThat(read("{'job': 'trades'}")).isEqualTo(Job.of(Job.Kind.TRADES));
        assertThat(read("{'job': 'trades', 'sliced': true}").sliced()).isTrue();
        assertThat(read("{'job': 'trades', 'slice': {'broker': 'paper', 'index': 1, 'of': 2}}"))
                .isEqualTo(slice("paper", 1, 2));
        String parts =
                "{'job': 'trades', 'slice': {'broker': 'paper', 'index': 1, 'of': 2, 'parts': %s}}";
        Instant at = Instant.parse("2026-11-03T01:00:00Z");
        assertThat(
                        read(parts.formatted("{'at': '2026-11-03T01:00:00Z', 'of': 3, 'index': 2}"))
                                .slice())
                .contains(
                        new Slice(
                                "paper",
                                1,
                                2,
                                Optional.of(new Parts(at, 3, Optional.of(new Part(2, 3))))));
        assertThat(read(parts.formatted("{'at': '2026-11-03T01:00:00Z', 'of': 3}")).slice())
                .contains(
                        new Slice("paper", 1, 2, Optional.of(new Parts(at, 3, Optional.empty()))));
        for (String wrong :
                List.of(
                        parts.formatted("{'of': 3}"),
                        parts.formatted("{'at': 'now', 'of': 3}"),
                        parts.formatted("{'at': '2026-11-03T01:00:00Z', 'of': 0}"),
                        parts.formatted("{'at': '2026-11-03T01:00:00Z', 'of': 3, 'index': 3}"),
                        "{'job': 'drift', 'sliced': true}",
                        "{'job': 'trades', 'slice': {'broker': 'paper', 'index': 2, 'of': 2}}",
                        "{'job': 'trades', 'slice': {'broker': 'paper', 'index': 0}}",
                        "{'job': 'nothing'}")) {
            assertThatThrownBy(() -> read(wrong)).isInstanceOf(JsonProcessingException.class);
        }
    }

    private static Job read(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json.replace('\'', '"'), Job.class);
    }

    private Tally run(Job job) {
        return desk.handle(job, Duration.ofMinutes(5));
    }

    private static Job slice(String broker, int index, int of) {
        return new Job(
                Job.Kind.TRADES,
                Optional.of(new Slice(broker, index, of, Optional.empty())),
                false);
    }
}
