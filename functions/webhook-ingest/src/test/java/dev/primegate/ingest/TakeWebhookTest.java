package dev.primegate.ingest;

import static dev.primegate.ingest.FeedRig.START;
import static dev.primegate.ingest.PaperFeed.PAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import dev.primegate.ingest.signature.Delivery;
import dev.primegate.ingest.signature.Scheme;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.runtime.Secret;
import dev.primegate.telemetry.Traces;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TakeWebhookTest {
    private static final String KEY = "whsec_dGhlLXByZXNlbnQtc2lnbmluZy1rZXkh";

    private final FeedRig rig = new FeedRig();
    private final NewOrder order = rig.admit();

    @Test
    @Proves("G12")
    void nothingIsAcknowledgedBeforeItIsWritten() {
        rig.refused = _ -> true;
        Delivery delivery = signed("m-1", executed("x1", "0.4"));
        TakeWebhook take = take(Scheme.STANDARD_WEBHOOKS, false);
        assertThatThrownBy(() -> take.take("paper", delivery))
                .isInstanceOf(IllegalStateException.class);

        rig.refused = _ -> false;
        assertThat(take.take("paper", delivery)).isEqualTo(new Taken.Done());

        assertThat(rig.find(order).cumQty()).isEqualTo(Quantity.of("0.4"));
    }

    @Test
    void whatCannotBeWrittenIsAnswered503SoThatItComesAgain() {
        rig.refused = _ -> true;
        rig.feed.refusing = true;

        assertThat(status(take(Scheme.STANDARD_WEBHOOKS, false), signed("m-1", executed("x", "1"))))
                .isEqualTo(503);
        assertThat(status(take(Scheme.UNSIGNED, true), unsigned("{}"))).isEqualTo(503);
        rig.refused = _ -> false;
        assertThat(status(take(Scheme.STANDARD_WEBHOOKS, false), signed("m-1", executed("x", "1"))))
                .isEqualTo(200);
    }

    @Test
    @Proves({"X18", "X19", "G12"})
    void webhooksThatComeTenTimesAndInAnyOrderAreBookedOnceEach() {
        TakeWebhook take = take(Scheme.STANDARD_WEBHOOKS, false);
        SplittableRandom random = new SplittableRandom(3);
        List<Delivery> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            for (int times = 0; times < 10; times++) {
                // Some under the same message id, some under another.
                all.add(
                        random.nextInt(all.size() + 1),
                        signed("m-" + i + "-" + times % 2, executed("x" + i, "0.1")));
            }
        }

        all.forEach(one -> assertThat(take.take("paper", one)).isEqualTo(new Taken.Done()));

        assertThat(rig.find(order).cumQty()).isEqualTo(Quantity.of("1"));
        assertThat(rig.books.query().executions(order.id())).hasSize(10);
        // All this came before anybody had recorded that the order was sent.
        assertThat(rig.find(order).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    @Proves("G12")
    void aReplayOfWhatIsNotDatedIsIgnoredAMonthLong() {
        TakeWebhook take = take(Scheme.BVNK, false);
        byte[] body = executed("x1", "0.4").getBytes(StandardCharsets.UTF_8);
        Delivery delivery = delivery(Map.of("x-signature", mac(body)), body);
        List<NewsBatch> booked = new ArrayList<>();
        rig.refused = batch -> !booked.add(batch);
        assertThat(take.take("paper", delivery)).isEqualTo(new Taken.Done());

        rig.clock.advance(Duration.ofDays(29));
        assertThat(take.take("paper", delivery)).isEqualTo(new Taken.Done());

        assertThat(booked).hasSize(1);
    }

    @Test
    @Proves("G12")
    void whoDoesNotSignOnlyHasTheRecordsLookedAt() {
        TakeWebhook take = take(Scheme.UNSIGNED, true);
        rig.feed.recorded.add(rig.executed(order, "real", "0.2"));

        assertThat(take.take("paper", unsigned(executed("made up", "0.9"))))
                .isEqualTo(new Taken.Done());

        assertThat(rig.books.query().executions(order.id()))
                .extracting(execution -> execution.id().text())
                .containsExactly("real");
        assertThat(rig.cursor()).isEmpty();
    }

    @Test
    @Proves("G12")
    void aFloodOfHintsIsOneQuestionInTenSeconds() {
        TakeWebhook take = take(Scheme.UNSIGNED, true);

        for (int i = 0; i < 1_000; i++) {
            var _ = take.take("paper", unsigned("{}"));
        }
        assertThat(rig.feed.sweeps).hasSize(1);
        rig.clock.advance(Duration.ofSeconds(10));
        var _ = take.take("paper", unsigned("{}"));
        assertThat(rig.feed.sweeps).hasSize(2);
    }

    @Test
    void aHintThatCannotBeFollowedIsToComeAgain() {
        rig.feed.refusing = true;

        assertThat(take(Scheme.UNSIGNED, true).take("paper", unsigned("{}")))
                .isEqualTo(new Taken.Later());
    }

    @Test
    @Proves("G12")
    void aHintThatShouldBeSignedIsNotFollowedUnsigned() {
        assertThat(take(Scheme.STANDARD_WEBHOOKS, true).take("paper", unsigned("{}")))
                .isInstanceOf(Taken.Refused.class);
        assertThat(rig.feed.sweeps).isEmpty();
    }

    @Test
    void aBodyThatIsLargeOrCompressedIsNotLookedAt() {
        TakeWebhook take = take(Scheme.STANDARD_WEBHOOKS, false);

        assertThat(take.take("paper", delivery(Map.of(), new byte[(256 << 10) + 1])))
                .isEqualTo(new Taken.TooLarge(256 << 10));
        assertThat(take.take("paper", delivery(Map.of("content-encoding", "gzip"), new byte[9])))
                .isEqualTo(new Taken.Encoded());
    }

    @Test
    void aSenderThatCouldBeBelievedUncheckedIsRefusedAtTheStart() {
        assertThatThrownBy(() -> take(Scheme.UNSIGNED, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("paper");
        assertThatThrownBy(() -> take(Scheme.FIREBLOCKS, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMessageIdThatIsNoneIsRefused() throws Exception {
        TakeWebhook take = take(Scheme.STANDARD_WEBHOOKS, false);

        assertThat(take.take("paper", signed("x".repeat(201), "{}")))
                .isInstanceOf(Taken.Refused.class);
        assertThat(take.take("paper", signed("a b", "{}"))).isInstanceOf(Taken.Refused.class);
    }

    private TakeWebhook take(Scheme scheme, boolean hint) {
        return new TakeWebhook(
                new WebhookSenders(
                        () -> List.of(new Sender(scheme, hint)),
                        name -> Secret.parse(name, "{\"signingKey\":\"%s\"}".formatted(KEY)),
                        rig.clock),
                new BookWebhook(
                        SymbolMaster.standard(),
                        rig.deliver,
                        new FetchExecutions(rig.reports(), rig.bookNews())),
                new FollowHint(
                        rig.reports(),
                        rig.books.leases(),
                        rig.books.inbox(),
                        rig.deliver,
                        rig.clock),
                rig.books.inbox(),
                rig.clock);
    }

    /** Through the resource, with no server around it. */
    private static int status(TakeWebhook take, Delivery delivery) {
        HttpHeaders headers =
                (HttpHeaders)
                        Proxy.newProxyInstance(
                                HttpHeaders.class.getClassLoader(),
                                new Class<?>[] {HttpHeaders.class},
                                (_, _, arguments) ->
                                        delivery.header((String) arguments[0]).stream().toList());
        return new WebhookResource(take, new Traces())
                .take("paper", headers, delivery.body())
                .getStatus();
    }

    private record Sender(Scheme scheme, boolean hint) implements WebhookSenders.Config.Sender {
        @Override
        public String broker() {
            return PAPER.name();
        }

        @Override
        public Optional<String> secret() {
            return scheme.isByHeldKeys()
                    ? Optional.of("primegate/webhooks/paper")
                    : Optional.empty();
        }

        @Override
        public Optional<URI> keys() {
            return Optional.empty();
        }
    }

    private Delivery signed(String id, String body) {
        long now = START.getEpochSecond();
        try {
            return delivery(
                    Map.of(
                            "webhook-id",
                            id,
                            "webhook-timestamp",
                            "" + now,
                            "webhook-signature",
                            new Webhook(KEY).sign(id, now, body)),
                    body.getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Delivery unsigned(String body) {
        return delivery(Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Delivery delivery(Map<String, String> headers, byte[] body) {
        Map<String, String> all = new TreeMap<>(headers);
        return new Delivery(name -> Optional.ofNullable(all.get(name)), body);
    }

    private static String mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String executed(String execId, String quantity) {
        return """
        {"type":"order.executed","timestamp":"2026-11-02T10:00:00Z",
         "data":{"orderId":"%s","brokerOrderId":"b-%s","execId":"%s","symbol":"BTC/USD",
                 "side":"BUY","lastQty":"%s","lastPx":"100","fee":"0.02",
                 "feeCurrency":"USD","transactTime":"2026-11-02T10:00:00Z"}}
        """
                .formatted(order.id(), order.id(), execId, quantity);
    }
}
