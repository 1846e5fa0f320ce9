@NullMarked
package dev.primegate;

import org.jspecify.annotations.NullMarked;
