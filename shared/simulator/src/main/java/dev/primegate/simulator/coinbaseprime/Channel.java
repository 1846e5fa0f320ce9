package dev.primegate.simulator.coinbaseprime;

import dev.primegate.simulator.wire.RefusedException;
import java.util.Arrays;

/** What a client can listen to. */
enum Channel {
    ORDERS("orders"),
    HEARTBEATS("heartbeats"),
    DEPTH("l2_data");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Channel of(String word) {
        return Arrays.stream(values())
                .filter(channel -> channel.word.equals(word))
                .findFirst()
                .orElseThrow(() -> RefusedException.badRequest("unknown channel: " + word));
    }
}
