package dev.primegate.ingest;

import dev.primegate.broker.NewsInbox;
import dev.primegate.ingest.signature.Delivery;
import dev.primegate.ingest.signature.Verdict;
import dev.primegate.order.Digest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes one webhook: finds out who signed it, forgets repeats, and books the rest. */
@Singleton
class TakeWebhook {
    /** Bytes; larger bodies are refused before any work. */
    private static final int LARGEST = 256 << 10;

    /** Longer than a dated signature is good for: after that a replay is stale by itself. */
    private static final Duration DATED = Duration.ofMinutes(15);

    /** Longer than senders repeat a message that is not dated; its execution ids guard for ever. */
    private static final Duration UNDATED = Duration.ofDays(30);

    private static final Pattern MESSAGE_ID = Pattern.compile("[!-~]{1,200}");

    private final WebhookSenders senders;
    private final BookWebhook bookWebhook;
    private final FollowHint followHint;
    private final NewsInbox inbox;
    private final Clock clock;

    TakeWebhook(
            WebhookSenders senders,
            BookWebhook bookWebhook,
            FollowHint followHint,
            NewsInbox inbox,
            Clock clock) {
        this.senders = senders;
        this.bookWebhook = bookWebhook;
        this.followHint = followHint;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * A repeat is {@link Taken.Done} and changes nothing; so is one that is done when this throws.
     */
    Taken take(String name, Delivery delivery) {
        Optional<WebhookSender> sender = senders.find(name);
        if (sender.isEmpty()) {
            return new Taken.NoSender();
        }
        if (delivery.body().length > LARGEST) {
            return new Taken.TooLarge(LARGEST);
        }
        if (delivery.header("content-encoding").filter(c -> !c.equals("identity")).isPresent()) {
            // Never inflated: a few bytes may become gigabytes, and nobody signs compressed ones.
            return new Taken.Encoded();
        }
        if (sender.get().isUnsigned()) {
            return hinted(sender.get());
        }
        Instant now = clock.instant();
        return switch (sender.get().verify(delivery, now)) {
            case Verdict.Bad(String why) -> new Taken.Refused(why);
            case Verdict.Good good -> good(sender.get(), good, delivery, now);
        };
    }

    private Taken good(WebhookSender sender, Verdict.Good good, Delivery delivery, Instant now) {
        String id = good.id().orElseGet(() -> Digest.hexOf(delivery.body()));
        if (!MESSAGE_ID.matcher(id).matches()) {
            return new Taken.Refused("no lawful message id");
        }
        if (sender.hint()) {
            return hinted(sender);
        }
        if (!inbox.wasTaken(sender.broker(), id)) {
            bookWebhook.book(sender.broker(), id, delivery.body());
            // Only now: who dies before this is sent the message again.
            inbox.taken(sender.broker(), id, now.plus(good.at().isPresent() ? DATED : UNDATED));
        }
        return new Taken.Done();
    }

    private Taken hinted(WebhookSender sender) {
        return followHint.follow(sender.broker()) ? new Taken.Done() : new Taken.Later();
    }
}
