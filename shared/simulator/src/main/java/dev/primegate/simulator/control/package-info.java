/** The control API: makes rare things happen, and shows what happened. */
@NullMarked
package dev.primegate.simulator.control;

import org.jspecify.annotations.NullMarked;
