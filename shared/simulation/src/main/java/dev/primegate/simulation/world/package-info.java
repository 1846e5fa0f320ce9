/** Virtual time, chance and crashes: the same seed, the same course of events. */
@NullMarked
package dev.primegate.simulation.world;

import org.jspecify.annotations.NullMarked;
