/** Tests of what is measured. */
@NullMarked
package dev.primegate.telemetry;

import org.jspecify.annotations.NullMarked;
