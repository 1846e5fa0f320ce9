/** What may be sent: limits, headroom, halts. */
@NullMarked
package dev.primegate.risk;

import org.jspecify.annotations.NullMarked;
