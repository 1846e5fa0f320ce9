/** What is measured, under which names, and to which trace it belongs. */
@NullMarked
package dev.primegate.telemetry;

import org.jspecify.annotations.NullMarked;
