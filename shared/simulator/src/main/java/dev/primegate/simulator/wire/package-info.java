/** What every simulated broker's wire needs and no broker's words: requests, faults, limits. */
@NullMarked
package dev.primegate.simulator.wire;

import org.jspecify.annotations.NullMarked;
