/** Alpaca's Broker API, as seen from outside. */
@NullMarked
package dev.primegate.simulator.alpacabroker;

import org.jspecify.annotations.NullMarked;
