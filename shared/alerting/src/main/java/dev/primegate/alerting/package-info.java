/** Who is told of what, read from a file that a person writes. */
@NullMarked
package dev.primegate.alerting;

import org.jspecify.annotations.NullMarked;
