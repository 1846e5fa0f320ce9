/** What we hold: the sum of what was executed and of what the journal moved. */
@NullMarked
package dev.primegate.ledger;

import org.jspecify.annotations.NullMarked;
