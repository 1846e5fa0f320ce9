@NullMarked
package dev.primegate.reconcile;

import org.jspecify.annotations.NullMarked;
