/** Tests of the probe. */
@NullMarked
package dev.primegate.probe;

import org.jspecify.annotations.NullMarked;
