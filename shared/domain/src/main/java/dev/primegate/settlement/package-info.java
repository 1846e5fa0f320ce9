/** Which day a trade belongs to, when it settles, and what must be paid then. */
@NullMarked
package dev.primegate.settlement;

import org.jspecify.annotations.NullMarked;
