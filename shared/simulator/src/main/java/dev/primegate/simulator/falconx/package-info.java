/** FalconX's words: its door, its quotes, its one-shot orders, its price stream. */
@NullMarked
package dev.primegate.simulator.falconx;

import org.jspecify.annotations.NullMarked;
