package dev.primegate.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.alert.Alert;
import dev.primegate.breaks.BreakLog;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Recorded;
import dev.primegate.dynamodb.DynamoBooks.Fault;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.BreakContract;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoBreakLogTest extends BreakContract {
    private static final Clock CLOCK = Clock.fixed(NINE, ZoneOffset.UTC);

    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    private DynamoBooks books = SERVER.open(CLOCK);

    @Override
    protected BreakLog open() {
        return books.breaks();
    }

    @Override
    protected List<Alert> alerts() {
        return books.alerts();
    }

    /** Three batches; the run dies before each call to the table in turn. */
    @Test
    @Proves("X52")
    void aRunThatDiesAnywhereIsCompletedByTheSameRun() {
        List<Finding> findings = IntStream.range(0, 100).mapToObj(i -> missing("e" + i)).toList();
        boolean died = true;
        for (int call = 1; died; call++) {
            assertThat(call).isLessThan(20);
            books = SERVER.open(CLOCK);
            died = dies(new Fault(call), findings);

            Recorded recorded = books.breaks().record(run("r1", NINE), findings);

            assertThat(recorded).isInstanceOf(Recorded.Done.class);
            assertThat(((Recorded.Done) recorded).live())
                    .hasSize(100)
                    .allMatch(b -> b.version() == 1);
            assertThat(alerts()).as("alerts after death at call " + call).hasSize(1);
        }
    }

    private boolean dies(Fault fault, List<Finding> findings) {
        try {
            var _ = books.failing(fault).breaks().record(run("r1", NINE), findings);
            return false;
        } catch (Fault.Death _) {
            return true;
        }
    }
}
