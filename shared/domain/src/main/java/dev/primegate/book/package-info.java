/** What one change of an order writes; every store does the same. */
@NullMarked
package dev.primegate.book;

import org.jspecify.annotations.NullMarked;
