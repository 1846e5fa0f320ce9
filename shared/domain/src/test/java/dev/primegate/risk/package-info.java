@NullMarked
package dev.primegate.risk;

import org.jspecify.annotations.NullMarked;
