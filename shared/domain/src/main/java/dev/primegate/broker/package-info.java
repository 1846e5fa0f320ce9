/** What a prime broker can do for us, as ports. */
@NullMarked
package dev.primegate.broker;

import org.jspecify.annotations.NullMarked;
