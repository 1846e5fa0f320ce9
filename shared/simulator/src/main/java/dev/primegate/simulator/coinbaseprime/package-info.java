/** Coinbase Prime as its clients see it: REST, signatures, sockets. */
@NullMarked
package dev.primegate.simulator.coinbaseprime;

import org.jspecify.annotations.NullMarked;
