package dev.primegate.router;

import static dev.primegate.router.FakeDesk.MESSAGES;
import static dev.primegate.router.FakeDesk.PAGER_ANSWERS;
import static dev.primegate.router.FakeDesk.PAGES;
import static dev.primegate.router.FakeDesk.SLACK_ANSWERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.proof.Proves;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeDesk.class)
class AlertRouterTest {
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");
    private static int scopes;

    @Inject AlertHandler handler;
    @Inject IncidentBook book;
    @Inject MockMailbox mailbox;

    private String scope = "none";

    @BeforeEach
    void start() {
        FakeDesk.clear();
        mailbox.clear();
        scope = "scope-" + scopes++;
    }

    @Test
    @Proves("K3")
    void aLoudAlertPagesAndIsPostedToSlack() {
        assertThat(route(alert(Severity.CRITICAL, "one"))).isEmpty();

        assertThat(PAGES).hasSize(1);
        assertThat(PAGES.getFirst().path("event_action").asText()).isEqualTo("trigger");
        assertThat(PAGES.getFirst().path("dedup_key").asText())
                .isEqualTo("test:page/rule=rule,scope=" + scope);
        assertThat(PAGES.getFirst().at("/payload/severity").asText()).isEqualTo("critical");
        assertThat(PAGES.getFirst().at("/payload/custom_details/broker").asText())
                .isEqualTo("coinbase-prime");
        assertThat(PAGES.getFirst().at("/links/0/href").asText())
                .isEqualTo("https://runbooks.example.com/rule");
        assertThat(MESSAGES).hasSize(1);
    }

    @Test
    void aWarningIsPostedAndPagesNobody() {
        assertThat(route(alert(Severity.WARNING, "one"))).isEmpty();

        assertThat(PAGES).isEmpty();
        assertThat(MESSAGES).hasSize(1);
    }

    @Test
    void threeWarningsWithinAMinutePage() {
        Alert third =
                Alert.trigger(
                        "rule", scope, "c", Severity.WARNING, "c", AT.plusSeconds(60), Map.of());
        assertThat(route(alert(Severity.WARNING, "a"), alert(Severity.WARNING, "b"))).isEmpty();
        assertThat(PAGES).isEmpty();

        assertThat(route(third)).isEmpty();

        assertThat(PAGES).hasSize(1);
        assertThat(PAGES.getFirst().at("/payload/summary").asText())
                .startsWith("3 alerts in a row");
        assertThat(PAGES.getFirst().at("/payload/severity").asText()).isEqualTo("error");
    }

    @Test
    void threeWarningsOverMoreThanAMinuteDoNot() {
        Alert third =
                Alert.trigger(
                        "rule", scope, "c", Severity.WARNING, "c", AT.plusSeconds(61), Map.of());

        assertThat(route(alert(Severity.WARNING, "a"), alert(Severity.WARNING, "b"), third))
                .isEmpty();

        assertThat(PAGES).isEmpty();
    }

    @Test
    @Proves("K3")
    void theEndOfATroubleIsToldToWhoWasPaged() {
        Alert end = Alert.resolve("rule", scope, "end", "it is over", AT.plusSeconds(5));
        route(alert(Severity.ERROR, "one"));

        assertThat(route(end)).isEmpty();

        assertThat(PAGES).hasSize(2);
        assertThat(PAGES.get(1).path("event_action").asText()).isEqualTo("resolve");
        assertThat(PAGES.get(1).path("dedup_key")).isEqualTo(PAGES.get(0).path("dedup_key"));
        route(Alert.resolve("rule", scope, "again", "it is over", AT.plusSeconds(9)));
        assertThat(PAGES).hasSize(2);
    }

    @Test
    @Proves("X69")
    void anEndInTheSameBatchDoesNotOvertakeItsBeginning() {
        PAGER_ANSWERS.addAll(List.of(503, 503));
        Alert end = Alert.resolve("rule", scope, "end", "it is over", AT.plusSeconds(5));

        assertThat(route(alert(Severity.ERROR, "one"), end)).isEmpty();

        assertThat(PAGES)
                .extracting(page -> page.path("event_action").asText())
                .containsExactly("trigger", "trigger", "trigger", "resolve");
    }

    @Test
    @Proves("X69")
    void anEndIsToldWhenItsBeginningCouldBeToldAtLast() {
        PAGER_ANSWERS.add(400);
        route(alert(Severity.ERROR, "one"));
        route(Alert.resolve("rule", scope, "end", "it is over", AT.plusSeconds(5)));

        assertThat(PAGES)
                .extracting(page -> page.path("event_action").asText())
                .containsExactly("trigger");
        assertThat(MESSAGES).hasSize(2);
    }

    @Test
    void aRecordThatComesAgainTellsNobodyAgain() {
        DynamodbEvent event = StreamedAlerts.event(alert(Severity.ERROR, "one"));
        route(event);

        assertThat(route(event)).isEmpty();

        assertThat(PAGES).hasSize(1);
        assertThat(MESSAGES).hasSize(1);
    }

    @Test
    void aRepeatOfWhatIsOverOpensNothing() {
        DynamodbEvent both =
                StreamedAlerts.event(
                        alert(Severity.ERROR, "one"),
                        Alert.resolve("rule", scope, "end", "it is over", AT.plusSeconds(5)));
        route(both);
        route(both);

        route(Alert.resolve("rule", scope, "again", "it is over", AT.plusSeconds(9)));

        assertThat(PAGES)
                .extracting(page -> page.path("event_action").asText())
                .containsExactly("trigger", "resolve");
    }

    @Test
    void aBusyPagerIsTriedThreeTimesMore() {
        PAGER_ANSWERS.addAll(List.of(429, 503, 500));

        assertThat(route(alert(Severity.ERROR, "one"))).isEmpty();

        assertThat(PAGES).hasSize(4);
    }

    @Test
    @Proves("X65")
    void whatAPagerCannotBeToldIsMailedAtOnceAndStaysDue() {
        PAGER_ANSWERS.addAll(List.of(500, 500, 500, 500));

        assertThat(route(alert(Severity.ERROR, "one"))).isEmpty();

        assertThat(PAGES).hasSize(4);
        assertThat(mailbox.getMailsSentTo("desk@example.com"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.getSubject())
                            .isEqualTo("[test] error: something happened: one");
                    assertThat(mail.getText()).contains("orderId: O1");
                    assertThat(mail.getHtml()).contains("<td>coinbase-prime</td>");
                });
        assertThat(book.open())
                .filteredOn(incident -> incident.key().endsWith(scope))
                .singleElement()
                .satisfies(incident ->
                        assertThat(incident.tellings())
                                .hasEntrySatisfying(
                                        "pagerduty",
                                        telling -> assertThat(telling.failures()).isPositive()));
    }

    @Test
    void aRefusalIsNotTriedAgainAtOnce() {
        PAGER_ANSWERS.add(400);

        assertThat(route(alert(Severity.ERROR, "one"))).isEmpty();

        assertThat(PAGES).hasSize(1);
    }

    @Test
    @Proves("X66")
    void aBusySlackKeepsNobodyFromBeingPaged() {
        SLACK_ANSWERS.addAll(List.of(429, 429, 429, 429));

        assertThat(route(alert(Severity.ERROR, "one"))).isEmpty();

        assertThat(PAGES).hasSize(1);
        assertThat(MESSAGES).hasSize(4);
    }

    @Test
    void anAlertThatCannotBeReadIsAnAlertAndBlocksNothing() {
        DynamodbStreamRecord record = StreamedAlerts.record(alert(Severity.ERROR, "one"));
        Map<String, AttributeValue> item = new HashMap<>(record.getDynamodb().getNewImage());
        item.remove("severity");
        DynamodbStreamRecord other = StreamedAlerts.record(alert(Severity.ERROR, "two"));
        Map<String, AttributeValue> odd = new HashMap<>(other.getDynamodb().getNewImage());
        odd.put(
                "details",
                new AttributeValue().withM(Map.of("n", new AttributeValue().withN("1"))));
        List<DynamodbStreamRecord> records =
                List.of(
                        StreamedAlerts.record("INSERT", item),
                        StreamedAlerts.record("INSERT", odd));

        assertThat(route(StreamedAlerts.event(records))).isEmpty();

        assertThat(PAGES).hasSize(1);
        assertThat(PAGES.getFirst().at("/payload/class").asText()).isEqualTo("alert-unreadable");
        assertThat(book.open())
                .filteredOn(incident -> incident.key().contains("rule=alert-unreadable"))
                .singleElement()
                .satisfies(
                        incident -> assertThat(incident.firingCount()).isEqualTo(records.size()));
    }

    @Test
    void whatIsNoNewAlertIsNobodysAlarm() {
        DynamodbStreamRecord changed = StreamedAlerts.record(alert(Severity.ERROR, "one"));
        changed.setEventName("MODIFY");
        DynamodbStreamRecord other = StreamedAlerts.record(alert(Severity.ERROR, "two"));
        Map<String, AttributeValue> item = new HashMap<>(other.getDynamodb().getNewImage());
        item.remove("type");

        assertThat(
                        route(
                                StreamedAlerts.event(
                                        List.of(changed, StreamedAlerts.record("INSERT", item)))))
                .isEmpty();

        assertThat(PAGES).isEmpty();
        assertThat(MESSAGES).isEmpty();
    }

    private Alert alert(Severity severity, String cause) {
        return Alert.trigger(
                "rule",
                scope,
                cause,
                severity,
                "something happened: " + cause,
                AT,
                Map.of("broker", "coinbase-prime", "orderId", "O1"));
    }

    private List<String> route(Alert... alerts) {
        return route(StreamedAlerts.event(alerts));
    }

    private List<String> route(DynamodbEvent event) {
        return handler.route(event, Duration.ofSeconds(20)).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }
}
