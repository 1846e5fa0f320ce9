/** What happened to an order, in order, chained by hash. */
@NullMarked
package dev.primegate.audit;

import org.jspecify.annotations.NullMarked;
