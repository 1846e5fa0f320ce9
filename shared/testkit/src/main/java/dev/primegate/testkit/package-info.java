/** Fakes of what we own, and the contracts that fake and real pass alike. */
@NullMarked
package dev.primegate.testkit;

import org.jspecify.annotations.NullMarked;
