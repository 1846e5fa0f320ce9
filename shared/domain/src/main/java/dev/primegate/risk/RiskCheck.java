package dev.primegate.risk;

/** A check an order has passed: what it was held against, and what it came to. */
public record RiskCheck(String name, String limit, String actual) {}
