package dev.primegate.order;

import dev.primegate.instrument.BrokerId;

/** Where an order goes, and why there. */
public record Route(BrokerId broker, String reason) {}
