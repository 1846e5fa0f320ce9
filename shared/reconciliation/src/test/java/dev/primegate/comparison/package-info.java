@NullMarked
package dev.primegate.comparison;

import org.jspecify.annotations.NullMarked;
