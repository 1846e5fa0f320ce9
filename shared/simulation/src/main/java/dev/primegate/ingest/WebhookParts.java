package dev.primegate.ingest;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderReports;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.ingest.signature.Delivery;
import dev.primegate.ingest.signature.Scheme;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.runtime.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What takes webhooks in one process, put together by hand. */
public final class WebhookParts {
    private final TakeWebhook take;

    private WebhookParts(TakeWebhook take) {
        this.take = take;
    }

    /** Over the channel of {@code process}; {@code broker} signs with {@code key}, dated. */
    public static WebhookParts over(
            StoreParts store, FeedParts process, BrokerId broker, String key, Clock clock) {
        Brokers<OrderReports> none = new Brokers<>(List.of());
        BookNews news = IngestParts.news(store, clock);
        return new WebhookParts(
                new TakeWebhook(
                        new WebhookSenders(
                                () -> List.of(new Sender(broker.name())),
                                name -> Secret.parse(name, "{\"signingKey\":\"" + key + "\"}"),
                                clock),
                        new BookWebhook(
                                SymbolMaster.standard(),
                                process.deliver(),
                                new FetchExecutions(none, news)),
                        new FollowHint(
                                none, store.leases(), store.inbox(), process.deliver(), clock),
                        store.inbox(),
                        clock));
    }

    /** Whether the sender is told that it need not send this again. */
    public boolean take(String sender, Delivery delivery) {
        return take.take(sender, delivery) instanceof Taken.Done;
    }

    private record Sender(String broker) implements WebhookSenders.Config.Sender {
        @Override
        public Scheme scheme() {
            return Scheme.STANDARD_WEBHOOKS;
        }

        @Override
        public Optional<String> secret() {
            return Optional.of("key");
        }

        @Override
        public Optional<URI> keys() {
            return Optional.empty();
        }

        @Override
        public boolean hint() {
            return false;
        }
    }
}
