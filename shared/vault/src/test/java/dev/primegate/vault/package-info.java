@NullMarked
package dev.primegate.vault;

import org.jspecify.annotations.NullMarked;
