@NullMarked
package dev.primegate.runtime;

import org.jspecify.annotations.NullMarked;
