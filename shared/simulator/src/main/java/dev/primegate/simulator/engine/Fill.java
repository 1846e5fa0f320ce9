package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.time.Instant;

/** One execution. */
public record Fill(String id, String orderId, Instant at, Trade trade, Decimal10 commission) {}
