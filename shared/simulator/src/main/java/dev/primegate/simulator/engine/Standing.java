package dev.primegate.simulator.engine;

import java.util.List;

/** The live orders at one moment, and how many changes had been told by then. */
public record Standing(List<Order> live, long revision) {}
