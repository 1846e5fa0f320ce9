package dev.primegate.settlement;

import dev.primegate.money.Money;
import java.time.LocalDate;

/**
 * Money that moves on a day to come: above zero it comes in, below zero it goes out.
 *
 * @param reference what it is for: a trade, a fee, an amount due
 */
public record Obligation(LocalDate day, Money amount, String reference) {}
