/** What can be traded, and every spelling of it. */
@NullMarked
package dev.primegate.instrument;

import org.jspecify.annotations.NullMarked;
