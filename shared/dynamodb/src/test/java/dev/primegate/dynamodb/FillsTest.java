package dev.primegate.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.ledger.Orphan;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Transition;
import dev.primegate.proof.Proves;
import dev.primegate.telemetry.Metric;
import dev.primegate.telemetry.Reading;
import dev.primegate.telemetry.Series;
import dev.primegate.testkit.Facts;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Executions are counted where they are booked. */
class FillsTest {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");

    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    private final DynamoBooks books = SERVER.open(new SettableClock(T0));

    @Test
    @Proves("G16")
    void anExecutionCountsOnceHoweverOftenItIsToldAndThoughItWasAnOrphan() {
        NewOrder order = admitted("a", "5");

        var _ = tell(order, "f1", "1");
        var _ = tell(order, "f1", "1");
        var _ = tell(order, "f2", "1");
        assertThat(books.meters().drain()).containsExactly(fills(2));

        Orphan orphan = Facts.orphan("main", "b9", order, "f3", "2");
        assertThat(books.orphans().adopt(orphan, T0)).isTrue();
        assertThat(books.orphans().adopt(orphan, T0)).isFalse();
        assertThat(books.meters().drain()).containsExactly(fills(1));

        assertThat(tell(order, "f3", "2")).isInstanceOf(Transition.Advanced.class);
        assertThat(books.meters().drain()).isEmpty();
    }

    private Transition tell(NewOrder order, String execId, String quantity) {
        return books.book().apply(order.id(), Requests.executed(order, execId, quantity), "feed");
    }

    private NewOrder admitted(String clOrdId, String quantity) {
        NewOrder order = Requests.buy(clOrdId, quantity);
        var _ = books.book().admit(Requests.intent(order, "owner", Requests.wide(), T0));
        return order;
    }

    private static Reading fills(long count) {
        return new Reading.Count(new Series(Metric.FILLS, List.of(Requests.BROKER.name())), count);
    }
}
