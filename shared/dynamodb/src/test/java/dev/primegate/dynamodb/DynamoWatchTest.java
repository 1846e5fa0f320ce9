package dev.primegate.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Rule;
import dev.primegate.dynamodb.DynamoBooks.Fault;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.WatchContract;
import dev.primegate.watch.Trouble;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoWatchTest extends WatchContract {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    private final DynamoBooks books = SERVER.open(Clock.fixed(NOW, ZoneOffset.UTC));

    @Override
    protected Watching open() {
        return books.watching();
    }

    @Override
    protected List<Alert> alerts() {
        return books.alerts();
    }

    /** The alert and what stands are one transaction: neither is there without the other. */
    @Test
    @Proves("K3")
    void whoDiesWhileTellingIsCompletedByTheNextRun() {
        Trouble trouble = Trouble.of(Rule.REJECT_SPIKE, "b", "rejects", Map.of());
        Watching dying = books.failing(new Fault(1)).watching();
        assertThatThrownBy(() -> dying.book().begin(trouble, NOW)).isNotNull();

        var _ = books.watching().book().begin(trouble, NOW.plusSeconds(60));

        assertThat(alerts()).hasSize(1);
        assertThat(books.watching().book().standing()).hasSize(1);
    }
}
