@NullMarked
package dev.primegate.money;

import org.jspecify.annotations.NullMarked;
