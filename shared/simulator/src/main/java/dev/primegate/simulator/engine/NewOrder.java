package dev.primegate.simulator.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as it comes in.
 *
 * @param notes kept with the order and given back, unread
 * @param doom the reason it is to fail after it was taken, for tests of exactly that
 */
public record NewOrder(
        String clientId, Terms terms, Map<String, String> notes, @Nullable String doom) {}
