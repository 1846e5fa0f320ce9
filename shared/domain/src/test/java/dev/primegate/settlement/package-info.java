@NullMarked
package dev.primegate.settlement;

import org.jspecify.annotations.NullMarked;
