@NullMarked
package dev.primegate.watch;

import org.jspecify.annotations.NullMarked;
