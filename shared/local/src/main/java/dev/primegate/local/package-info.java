/** Everything in one process: the functions, embedded AWS, a simulated broker, and a story. */
@NullMarked
package dev.primegate.local;

import org.jspecify.annotations.NullMarked;
