@NullMarked
package dev.primegate.ledger;

import org.jspecify.annotations.NullMarked;
