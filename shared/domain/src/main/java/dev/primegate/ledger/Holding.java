package dev.primegate.ledger;

import java.util.Optional;

/**
 * A position and what it cost.
 *
 * @param cost empty while lines are being added, so that tape and sums do not say the same
 */
public record Holding(Position position, Optional<Cost> cost) {}
