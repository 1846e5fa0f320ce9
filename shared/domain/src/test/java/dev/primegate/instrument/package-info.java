@NullMarked
package dev.primegate.instrument;

import org.jspecify.annotations.NullMarked;
