/** Simulated brokers to test against, in this process or over HTTP. */
@NullMarked
package dev.primegate.simulator;

import org.jspecify.annotations.NullMarked;
