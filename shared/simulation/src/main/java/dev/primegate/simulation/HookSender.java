package dev.primegate.simulation;

import dev.primegate.ingest.signature.Delivery;
import dev.primegate.instrument.BrokerId;
import dev.primegate.simulation.world.Reply;
import dev.primegate.simulation.world.World;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends webhooks as such services do: signed, and again until it hears that it need not. */
final class HookSender {
    static final BrokerId BROKER = new BrokerId("hooks");
    static final String KEY = "dGhlIGtleSBvZiB0aGUgc2VuZGVy";

    private static final Duration PATIENCE = Duration.ofSeconds(29);
    private static final int MOST_SECONDS_APART = 60;

    private final World world;
    private final Invocations invocations;
    private final BiPredicate<String, Delivery> take;
    private final Consumer<String> acknowledged;

    /**
     * Makes a sender.
     *
     * @param take in a process of its own: true if it answers 200
     * @param acknowledged hears of each message that was answered so
     */
    HookSender(
            World world,
            Invocations invocations,
            BiPredicate<String, Delivery> take,
            Consumer<String> acknowledged) {
        this.world = world;
        this.invocations = invocations;
        this.take = take;
        this.acknowledged = acknowledged;
    }

    /**
     * Sends {@code body} until it is acknowledged; now and then it is not sure and sends it again.
     */
    void send(String id, String body) {
        world.start("sender", Duration.ZERO, Duration.ZERO, () -> repeat(id, body));
    }

    private void repeat(String id, String body) {
        boolean done = false;
        while (!done) {
            Reply<Boolean> reply = new Reply<>();
            Delivery delivery = signed(id, body);
            invocations.start(
                    "webhook",
                    Duration.ofMillis(1 + world.random().nextInt(500)),
                    () -> reply.complete(take.test(BROKER.name(), delivery)));
            boolean heard = world.await(reply, PATIENCE).orElse(false);
            if (heard) {
                acknowledged.accept(id);
            }
            done = heard && world.random().nextInt(5) > 0;
            world.sleep(Duration.ofSeconds(1 + world.random().nextInt(MOST_SECONDS_APART)));
        }
    }

    /** Dated anew each time it is sent. */
    private Delivery signed(String id, String body) {
        long now = world.now().getEpochSecond();
        Map<String, String> headers =
                Map.of(
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(now),
                        "webhook-signature",
                        "v1," + mac(id + "." + now + "." + body));
        return new Delivery(
                name -> Optional.ofNullable(headers.get(name)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
