/** How long a round trip to each broker takes, from wherever this runs; nothing but the JDK. */
@NullMarked
package dev.primegate.probe;

import org.jspecify.annotations.NullMarked;
