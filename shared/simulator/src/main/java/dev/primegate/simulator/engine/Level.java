package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;

/** One price of the visible book; no quantity means that the price is gone. */
public record Level(Side side, Decimal10 price, Decimal10 quantity) {}
