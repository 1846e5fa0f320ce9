/** What we hold, as the sum of what was executed. */
@NullMarked
package dev.primegate.ledger;

import org.jspecify.annotations.NullMarked;
