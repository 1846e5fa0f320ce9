/** Who is told of what, and when. */
@NullMarked
package dev.primegate.alert.routing;

import org.jspecify.annotations.NullMarked;
