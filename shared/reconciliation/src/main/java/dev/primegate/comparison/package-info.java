/** What two books say of the same trades, positions and cash, and why they differ. */
@NullMarked
package dev.primegate.comparison;

import org.jspecify.annotations.NullMarked;
