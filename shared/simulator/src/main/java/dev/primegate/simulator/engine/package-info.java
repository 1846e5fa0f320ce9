/** The matching engine: markets, orders, fills. It knows no broker and no wire. */
@NullMarked
package dev.primegate.simulator.engine;

import org.jspecify.annotations.NullMarked;
