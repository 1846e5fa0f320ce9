package dev.primegate.simulator.engine;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that look like any UUID and are the same in every run with the same seed. */
final class Ids {
    private Ids() {}

    /** Has the client's id in it, so that a simulator started anew does not repeat old ids. */
    static String order(long seed, long number, String clientId) {
        return derived("order/" + seed + "/" + number + "/" + clientId);
    }

    static String fill(String orderId, int number) {
        return derived("fill/" + orderId + "/" + number);
    }

    private static String derived(String from) {
        return UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
