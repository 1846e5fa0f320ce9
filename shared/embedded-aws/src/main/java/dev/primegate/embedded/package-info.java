/** The parts of AWS that a laptop needs, in this process and on loopback only. */
@NullMarked
package dev.primegate.embedded;

import org.jspecify.annotations.NullMarked;
