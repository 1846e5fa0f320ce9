package dev.primegate.broker.kit;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Opens a connection and closes it again, without a word. */
@FunctionalInterface
interface Knock {
    /** How long it took until somebody opened, the address being known; empty if nobody did. */
    Optional<Duration> on(URI url);
}
