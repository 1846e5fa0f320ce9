package dev.primegate.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a trade was made and when it settles.
 *
 * @param settles empty where it is not said
 * @param time empty where only the date is known
 */
public record TradeDays(LocalDate traded, Optional<LocalDate> settles, Optional<Instant> time) {}
