/** Reactive messaging where the caller waits: a Lambda ends when its handler returns. */
@NullMarked
package dev.primegate.messaging;

import org.jspecify.annotations.NullMarked;
