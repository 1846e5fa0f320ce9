/** Blockchains, asked whether what a broker says it sent is there. */
@NullMarked
package dev.primegate.reconcile.chain;

import org.jspecify.annotations.NullMarked;
