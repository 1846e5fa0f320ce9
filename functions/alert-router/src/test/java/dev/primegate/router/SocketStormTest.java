package dev.primegate.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.alert.Alert;
import dev.primegate.alert.AlertLog;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.alert.routing.Telling;
import dev.primegate.embedded.TableStream;
import dev.primegate.proof.Proves;
import dev.primegate.simulator.pager.Call;
import dev.primegate.simulator.pager.Destination;
import dev.primegate.simulator.pager.Fault;
import dev.primegate.simulator.pager.StandIns;
import dev.primegate.telemetry.Meters;
import io.quarkus.arc.All;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A storm from the writers of alerts, through the table's own stream and over real sockets, to
 * destinations that are busy, broken, gone or mute in between. Nothing here is virtual but the
 * minutes after which something is due again.
 */
@QuarkusTest
@QuarkusTestResource(value = StormDesk.class, restrictToAnnotatedClass = true)
class SocketStormTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BROKERS = List.of("one", "two", "three");
    private static final int ORDERS = 12;
    private static final int DRIFTS = 13;
    private static final int BATCH = 10;
    private static final int ROUNDS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Telling NOT_TOLD =
            new Telling(false, false, 0, Instant.EPOCH, 0, 0, Instant.EPOCH, Optional.empty());

    @Inject AlertLog alerts;
    @Inject AlertHandler handler;
    @Inject RoutingTree tree;
    @Inject IncidentBook book;
    @Inject Clock clock;
    @Inject MockMailbox mailbox;
    @Inject @All List<Channel> channels;

    private final Random random = new Random(11);
    private final StandIns standIns = StormDesk.standIns();
    private final Map<String, Destination> told =
            new TreeMap<>(
                    Map.of(
                            "pagerduty", standIns.pagerDuty(),
                            "slack", standIns.slack(),
                            "webhook", standIns.webhook()));
    private Duration later = Duration.ZERO;

    @Test
    @Proves({"K3", "K4", "X64"})
    void everyAlertArrivesAndNoneIsOpenedTwice() {
        List<Alert> storm = storm();
        try (TableStream stream = StormDesk.stream()) {
            told.values().forEach(one -> one.plan(faults()));
            storm.forEach(alerts::raise);
            DynamodbEvent begins = stream.next();
            deliver(begins);
            deliver(begins); // A stream may bring the same again.
            passUntil(() -> book.open().stream().allMatch(this::isToldWhole));

            told.values().forEach(one -> one.plan(faults()));
            storm.forEach(alert -> alerts.raise(end(alert)));
            deliver(stream.next());
            passUntil(() -> book.open().isEmpty());
        }

        told.values().forEach(SocketStormTest::everyFaultWasMet);
        Set<String> keys = storm.stream().map(SocketStormTest::key).collect(Collectors.toSet());
        for (String at : List.of("pagerduty", "webhook")) {
            Lives lives = lives(at);
            assertThat(lives.begun()).as(at).containsOnlyKeys(keys);
            assertThat(lives.begun().values()).as(at).containsOnly(1);
            assertThat(lives.open()).as(at).isEmpty();
        }
        assertThat(largest()).isEqualTo(storm.stream().collect(counting()));
        assertThat(storm).allSatisfy(this::slackHeardOfItAndOfItsEnd);
        assertThat(standIns.webhook().calls()).allSatisfy(SocketStormTest::isSigned);
        told.values().forEach(SocketStormTest::saysNothingTwice);
        assertThat(mailbox.getMailsSentTo("desk@example.com")).isNotEmpty();
    }

    /** What a broker's orders suffer is one incident; each drift of a position is its own. */
    private List<Alert> storm() {
        List<Alert> storm = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            String broker = BROKERS.get(order % BROKERS.size());
            storm.add(alert("order-unknown", "order-%02d".formatted(order), broker));
        }
        for (int drift = 0; drift < DRIFTS; drift++) {
            storm.add(alert("position-drift", "drift-%02d".formatted(drift), "one"));
        }
        return storm;
    }

    private Alert alert(String rule, String scope, String broker) {
        return Alert.trigger(
                rule,
                scope,
                "beginning",
                Severity.CRITICAL,
                "trouble with " + scope,
                clock.instant(),
                Map.of("broker", broker));
    }

    private Alert end(Alert alert) {
        return Alert.resolve(
                alert.rule(), scope(alert), "end", scope(alert) + " is well", clock.instant());
    }

    private static String scope(Alert alert) {
        return alert.dedupKey().substring(alert.rule().length() + 1);
    }

    /** By the routes that travel with the software. */
    private static String key(Alert alert) {
        return alert.rule().equals("order-unknown")
                ? "page-broker/broker=%s,rule=order-unknown"
                        .formatted(alert.details().get("broker"))
                : "page/rule=%s,scope=%s".formatted(alert.rule(), scope(alert));
    }

    private static Collector<Alert, ?, Map<String, Long>> counting() {
        return Collectors.groupingBy(SocketStormTest::key, Collectors.counting());
    }

    /** Each kind of trouble, one call in two; and once nobody is there for longer than retries. */
    private List<Fault> faults() {
        List<Fault> kinds = List.of(Fault.values());
        List<Fault> faults = new ArrayList<>();
        for (int call = 0; call < ORDERS; call++) {
            faults.add(Fault.NONE);
            faults.add(kinds.get(random.nextInt(kinds.size())));
        }
        faults.addAll(Collections.nCopies(4 * DRIFTS, Fault.GONE));
        return faults;
    }

    /** As the stream's mapping does: some at once, and what was not taken is brought again. */
    private void deliver(DynamodbEvent event) {
        List<DynamodbStreamRecord> left = new ArrayList<>(event.getRecords());
        for (int i = 0; i < ROUNDS && !left.isEmpty(); i++) {
            List<DynamodbStreamRecord> some = left.subList(0, Math.min(BATCH, left.size()));
            Set<String> failed =
                    handler
                            .route(StreamedAlerts.event(List.copyOf(some)), PATIENCE)
                            .getBatchItemFailures()
                            .stream()
                            .map(BatchItemFailure::getItemIdentifier)
                            .collect(Collectors.toSet());
            some.removeIf(r -> !failed.contains(r.getDynamodb().getSequenceNumber()));
        }
        assertThat(left).as("what was never taken").isEmpty();
    }

    /** Minutes pass until it is so; the clock of the rounds runs ahead by them. */
    private void passUntil(BooleanSupplier done) {
        for (int i = 0; i < ROUNDS && !done.getAsBoolean(); i++) {
            later = later.plusMinutes(1);
            Clock ahead = Clock.offset(clock, later);
            new MinuteRound(tree, book, new Desk(tree, book, channels, new Meters(), ahead), ahead)
                    .run(ahead.instant().plus(PATIENCE));
        }
        assertThat(done.getAsBoolean()).as("all is told after %d rounds", ROUNDS).isTrue();
    }

    private boolean isToldWhole(Incident incident) {
        return tree.named(incident.route()).policy().channels().stream()
                .map(channel -> incident.tellings().getOrDefault(channel, NOT_TOLD))
                .allMatch(telling -> telling.open() && telling.change() == incident.change());
    }

    /** How often each incident began there, and what has not ended. */
    private record Lives(Map<String, Integer> begun, Set<String> open) {}

    /** As PagerDuty reckons: what begins while it is open is the same incident. */
    private Lives lives(String at) {
        Map<String, Integer> begun = new TreeMap<>();
        Set<String> open = new TreeSet<>();
        for (String body : Objects.requireNonNull(told.get(at)).taken()) {
            JsonNode said = json(body);
            boolean page = said.has("dedup_key");
            String key =
                    page
                            ? said.path("dedup_key").asText().substring("test:".length())
                            : said.path("incident").asText();
            String what = said.path(page ? "event_action" : "type").asText();
            if (what.endsWith("resolve")) {
                open.remove(key);
            } else if (open.add(key)) {
                begun.merge(key, 1, Integer::sum);
            }
        }
        return new Lives(begun, open);
    }

    /** The most troubles that the receiver of webhooks was told each incident has. */
    private Map<String, Long> largest() {
        Map<String, Long> largest = new HashMap<>();
        for (String body : standIns.webhook().taken()) {
            JsonNode said = json(body);
            largest.merge(said.path("incident").asText(), said.path("open").asLong(), Math::max);
        }
        return largest;
    }

    private void slackHeardOfItAndOfItsEnd(Alert alert) {
        String about =
                alert.rule().equals("order-unknown")
                        ? "broker: `%s`".formatted(alert.details().get("broker"))
                        : "scope: `%s`".formatted(scope(alert));
        List<String> said =
                standIns.slack().taken().stream()
                        .filter(text -> text.contains("rule: `%s`".formatted(alert.rule())))
                        .filter(text -> text.contains(about))
                        .toList();
        assertThat(said).as(about).anyMatch(text -> text.contains(":rotating_light: CRITICAL"));
        assertThat(said).as(about).anyMatch(text -> text.contains(":white_check_mark: RESOLVED"));
    }

    private static void isSigned(Call call) {
        assertThatCode(() ->
                        new com.standardwebhooks.Webhook(StormDesk.WEBHOOK_KEY)
                                .verify(call.body(), HttpHeaders.of(lists(call), (_, _) -> true)))
                .doesNotThrowAnyException();
    }

    private static Map<String, List<String>> lists(Call call) {
        Map<String, List<String>> lists = new HashMap<>();
        call.headers().forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    /** Only what nobody could know to have arrived is said again. */
    private static void saysNothingTwice(Destination destination) {
        assertThat(destination.calls().stream().filter(Call::isAnswered).map(Call::body))
                .doesNotHaveDuplicates();
    }

    private static void everyFaultWasMet(Destination destination) {
        assertThat(destination.calls()).extracting(Call::fault).contains(Fault.values());
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
