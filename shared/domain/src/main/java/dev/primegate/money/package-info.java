/** Exact numbers: amounts, quantities, prices. */
@NullMarked
package dev.primegate.money;

import org.jspecify.annotations.NullMarked;
