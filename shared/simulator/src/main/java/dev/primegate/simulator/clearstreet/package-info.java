/** The simulated Clear Street: its Studio API and its sign-on, in its words. */
@NullMarked
package dev.primegate.simulator.clearstreet;

import org.jspecify.annotations.NullMarked;
