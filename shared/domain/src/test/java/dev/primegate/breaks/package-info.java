@NullMarked
package dev.primegate.breaks;

import org.jspecify.annotations.NullMarked;
