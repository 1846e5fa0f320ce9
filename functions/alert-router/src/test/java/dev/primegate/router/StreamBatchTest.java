package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the handler says of a batch, and what becomes of it when the stream brings it again. */
class StreamBatchTest {
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final HandlerRig rig = new HandlerRig();

    @Test
    @Proves("X47")
    void exactlyWhatWasNotToldComesAgainWithWhatFollowsItOfTheSameTrouble() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<DynamodbStreamRecord> records = new ArrayList<>();
            Set<String> poisoned = new TreeSet<>();
            Set<String> expected = new TreeSet<>();
            for (int i = 0; i < 1 + random.nextInt(25); i++) {
                String trouble = "trouble-" + random.nextInt(6);
                Alert alert = alert(trouble, seed + "/" + i);
                DynamodbStreamRecord record = StreamedAlerts.record(alert);
                records.add(record);
                if (random.nextInt(5) == 0 && poisoned.add(trouble)) {
                    rig.refuse(alert);
                }
                if (poisoned.contains(trouble)) {
                    expected.add(record.getDynamodb().getSequenceNumber());
                }
            }

            assertThat(route(records)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    @Proves("X46")
    void onePoisonedMessageLetsTheOthersFlowAndIsLeftOverInTheEnd() {
        Alert poison = alert("poison", "p");
        rig.refuse(poison);
        List<DynamodbStreamRecord> left = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            left.add(StreamedAlerts.record(i == 3 ? poison : alert("trouble-" + i, "c")));
        }
        DynamodbStreamRecord poisoned = left.get(3);

        // As the stream's mapping does, ten times; then it puts what is left on a queue that
        // alarms.
        for (int attempt = 0; attempt < 10; attempt++) {
            Set<String> again = route(left);
            left = left.stream().filter(r -> again.contains(number(r))).toList();
        }

        assertThat(left).containsExactly(poisoned);
        assertThat(rig.told()).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    @Proves("X47")
    void aRecordThatCannotBeReadThrowsNothingAndBlocksNothing() {
        Map<String, AttributeValue> odd = Map.of("type", new AttributeValue("ALERT"));
        List<DynamodbStreamRecord> records =
                List.of(
                        StreamedAlerts.record("INSERT", odd),
                        StreamedAlerts.record(alert("trouble", "c")));

        assertThat(route(records)).isEmpty();

        assertThat(rig.told()).extracting(Alert::rule).containsExactly("alert-unreadable", "rule");
    }

    @Test
    @Proves("X44")
    void whatElseTheTableWritesInBetweenChangesNothing() {
        Map<String, AttributeValue> order = Map.of("type", new AttributeValue("ORDER"));
        Alert begin = alert("trouble", "begin");
        Alert end = Alert.resolve("rule", "trouble", "end", "it is over", AT);

        assertThat(
                        route(
                                List.of(
                                        StreamedAlerts.record("INSERT", order),
                                        StreamedAlerts.record(begin),
                                        StreamedAlerts.record("MODIFY", order),
                                        StreamedAlerts.record("REMOVE", order),
                                        StreamedAlerts.record(end))))
                .isEmpty();

        assertThat(rig.told()).containsExactly(begin, end);
    }

    private Set<String> route(List<DynamodbStreamRecord> records) {
        return rig
                .handler()
                .route(StreamedAlerts.event(records), WITHIN)
                .getBatchItemFailures()
                .stream()
                .map(BatchItemFailure::getItemIdentifier)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String number(DynamodbStreamRecord record) {
        return record.getDynamodb().getSequenceNumber();
    }

    private static Alert alert(String trouble, String cause) {
        return Alert.trigger("rule", trouble, cause, Severity.ERROR, cause, AT, Map.of());
    }
}
