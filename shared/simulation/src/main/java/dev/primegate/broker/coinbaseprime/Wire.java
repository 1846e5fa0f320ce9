package dev.primegate.broker.coinbaseprime;

import dev.primegate.simulator.wire.Request;
import jakarta.ws.rs.core.Response;

/** Carries a request to the broker, and fails as a REST client fails. */
@FunctionalInterface
public interface Wire {
    Response exchange(Request request);
}
