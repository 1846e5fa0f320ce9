package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dead letters, as AWS lays them down, brought to the real handler again by {@code redrive.py}.
 * What stands for AWS's command line is a few lines that ask {@link DeadLetters}.
 */
class RedriveTest {
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");

    private static final Optional<String> PYTHON = Program.python();

    private final HandlerRig rig = new HandlerRig();
    private final DeadLetters queue = DeadLetters.start(rig.handler());

    @TempDir private Path folder = Path.of("replaced");

    @BeforeAll
    static void thereIsPython() {
        assumeTrue(PYTHON.isPresent(), "skipped: there is no python3 here");
    }

    @BeforeEach
    void layOut() throws IOException {
        queue.writeCommandTo(folder);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    @Proves("E5")
    void whatTheStreamCouldNotBringIsBroughtAgainAndToldInItsOrder() throws Exception {
        Alert begin = alert("one", "begin");
        Alert end = Alert.resolve("rule", "one", "end", "it is over", AT);
        queue.streamed(List.of(alert("before", "b"), begin, end, alert("after", "a")), 1, 2);

        Program.Ended ended = redrive();

        assertThat(ended.said()).isEqualTo("1 taken, 0 left");
        assertThat(ended.status()).isZero();
        assertThat(rig.told()).containsExactly(begin, end);
        assertThat(queue.letters()).isEmpty();
    }

    @Test
    @Proves("E5")
    void anAlarmThatReachedNobodyIsBroughtAgain() throws Exception {
        queue.missed(alarm());

        assertThat(redrive().status()).isZero();

        assertThat(rig.told()).extracting(Alert::rule).containsExactly("cloudwatch-alarm");
        assertThat(queue.letters()).isEmpty();
    }

    @Test
    @Proves("E5")
    void anEventOfWhichEveryAttemptFailedIsBroughtAgain() throws Exception {
        queue.failed(alarm());

        assertThat(redrive().status()).isZero();

        assertThat(rig.told()).extracting(Alert::dedupKey).containsExactly("cloudwatch-alarm:late");
        assertThat(queue.letters()).isEmpty();
    }

    @Test
    @Proves("E5")
    void whatIsStillNotTakenStaysWhereTheAlarmSeesItAndHoldsUpNoOther() throws Exception {
        Alert poison = alert("poison", "p");
        rig.refuse(poison);
        queue.streamed(List.of(poison), 0, 0);
        queue.failed(alarm());

        Program.Ended first = redrive();

        assertThat(first.status()).isOne();
        assertThat(first.said()).isEqualTo("1 taken, 1 left");
        assertThat(first.complained()).contains("did not take 1 of its records");
        assertThat(queue.letters()).hasSize(1);

        rig.refuseNothing();
        assertThat(redrive().status()).isZero();
        assertThat(rig.told()).contains(poison);
        assertThat(queue.letters()).isEmpty();
    }

    @Test
    void whatTheStreamKeepsNoLongerStays() throws Exception {
        queue.streamed(List.of(alert("old", "o")), 0, 0);
        queue.trim();

        Program.Ended ended = redrive();

        assertThat(ended.status()).isOne();
        assertThat(ended.complained()).contains("TrimmedDataAccessException");
        assertThat(queue.letters()).hasSize(1);
    }

    private Program.Ended redrive() throws IOException, InterruptedException {
        return Program.run(
                folder,
                queue.url(),
                PYTHON.orElseThrow(),
                "../../infra/terraform/redrive.py",
                DeadLetters.QUEUE);
    }

    private static Alert alert(String trouble, String cause) {
        return Alert.trigger("rule", trouble, cause, Severity.ERROR, cause, AT, Map.of());
    }

    private static JsonNode alarm() {
        return DeadLetters.json(
                """
                {"detail-type": "CloudWatch Alarm State Change",
                 "detail": {"alarmName": "late", "state":
                   {"value": "ALARM", "reason": "it is", "timestamp": "2026-11-02T10:00:00Z"}}}
                """);
    }
}
