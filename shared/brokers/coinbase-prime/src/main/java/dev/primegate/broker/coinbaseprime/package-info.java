/** Coinbase Prime. Everything here is found by its role; nobody imports it. */
@NullMarked
package dev.primegate.broker.coinbaseprime;

import org.jspecify.annotations.NullMarked;
