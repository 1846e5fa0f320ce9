/** What an order costs, beside the same calls made by hand. */
@NullMarked
package dev.primegate.bench;

import org.jspecify.annotations.NullMarked;
