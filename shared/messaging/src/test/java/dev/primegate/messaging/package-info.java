@NullMarked
package dev.primegate.messaging;

import org.jspecify.annotations.NullMarked;
