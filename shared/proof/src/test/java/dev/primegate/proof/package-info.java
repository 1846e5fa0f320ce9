@NullMarked
package dev.primegate.proof;

import org.jspecify.annotations.NullMarked;
