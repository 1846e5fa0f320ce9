/** Alpaca's Broker API. Everything here is found by its role; nobody imports it. */
@NullMarked
package dev.primegate.broker.alpacabroker;

import org.jspecify.annotations.NullMarked;
