package dev.primegate.simulator.coinbaseprime;

import java.util.List;

/** A signed wish to hear a channel about some products, or to hear it no longer. */
record Subscription(boolean wanted, Channel channel, List<String> products) {}
