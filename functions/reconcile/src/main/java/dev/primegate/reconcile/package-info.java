/** Looks orders up at their brokers when their time has come, and settles what is in doubt. */
@NullMarked
package dev.primegate.reconcile;

import org.jspecify.annotations.NullMarked;
