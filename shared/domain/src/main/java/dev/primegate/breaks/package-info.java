/** Differences between a broker's books and ours: why, how much, whose, and how they ended. */
@NullMarked
package dev.primegate.breaks;

import org.jspecify.annotations.NullMarked;
