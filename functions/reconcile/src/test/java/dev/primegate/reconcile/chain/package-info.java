@NullMarked
package dev.primegate.reconcile.chain;

import org.jspecify.annotations.NullMarked;
