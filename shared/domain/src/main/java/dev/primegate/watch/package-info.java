/** What is looked for by the clock, because no event tells of it. */
@NullMarked
package dev.primegate.watch;

import org.jspecify.annotations.NullMarked;
